package id.tixgo.notification.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.notification.domain.MailStatus;
import id.tixgo.notification.domain.Notification;
import id.tixgo.notification.domain.Notifications;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /notifications} and {@code /notifications/{id}}. */
public final class NotificationsHandler {
  private final Notifications notifications;
  private final KeyedRequests keyed;

  private record NewBody(long userId, String message) {}

  private record ChangeBody(Optional<String> message, Optional<String> status) {}

  private record Said(String message) {}

  public NotificationsHandler(Notifications notifications, KeyedRequests keyed) {
    this.notifications = requireNonNull(notifications);
    this.keyed = requireNonNull(keyed);
  }

  public void register(Api api) {
    api.on("createNotification", this::create);
    api.on("listNotifications", this::list);
    api.on("getNotification", this::get);
    api.on("updateNotification", this::update);
    api.on("deleteNotification", this::delete);
  }

  private Future<Reply> create(Call call) {
    NewBody body = call.body(NewBody.class);
    return notifications
        .create(body.userId(), body.message(), keyed.once(call, NotificationsHandler::created))
        .map(NotificationsHandler::created);
  }

  private static Reply created(Notification made) {
    return Reply.json(201, NotificationJson.of(made, true))
        .withHeader("Location", "/notifications/" + made.id());
  }

  private Future<Reply> list(Call call) {
    return notifications
        .list(call.optionalCaller(), call.query("user_id").map(Long::valueOf), wanted(call))
        .map(found -> page(call, found));
  }

  private static boolean isNewestFirst(Call call) {
    return call.query("order").filter("newest"::equals).isPresent();
  }

  private static Predicate<Notification> wanted(Call call) {
    Optional<MailStatus> status = call.query("status").map(NotificationsHandler::status);
    return known -> status.filter(wanted -> wanted != known.status()).isEmpty();
  }

  private static Reply page(Call call, List<Notification> found) {
    Page<Notification> page =
        isNewestFirst(call)
            ? Page.before(found, Notification::id, Page.cursor(call), Page.limit(call))
            : Page.after(found, Notification::id, Page.cursor(call), Page.limit(call));
    boolean all = seesAll(call);
    return page.describe(
        call,
        Reply.json(200, page.items().stream().map(n -> NotificationJson.of(n, all)).toList()));
  }

  private Future<Reply> get(Call call) {
    Notification known = notifications.find(id(call), call.optionalCaller());
    return Future.succeededFuture(Reply.resource(NotificationJson.of(known, seesAll(call))));
  }

  private Future<Reply> update(Call call) {
    ChangeBody body = call.body(ChangeBody.class);
    return notifications
        .say(id(call), body.message(), body.status().map(NotificationsHandler::status))
        .map(changed -> Reply.json(200, NotificationJson.of(changed, true)));
  }

  private Future<Reply> delete(Call call) {
    return notifications
        .delete(id(call))
        .map(gone -> Reply.json(200, new Said("Notification deleted successfully")));
  }

  private static MailStatus status(String name) {
    return MailStatus.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static boolean seesAll(Call call) {
    return call.optionalCaller().map(Caller::role).filter(role -> role != Role.ADMIN).isEmpty();
  }

  static long id(Call call) {
    return Long.parseLong(call.path("id"));
  }
}
