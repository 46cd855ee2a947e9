package id.tixgo.notification.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.notification.domain.Notification;
import id.tixgo.notification.domain.NotificationRefusals;
import id.tixgo.notification.domain.NotificationStore;
import id.tixgo.notification.domain.Recipient;
import id.tixgo.notification.mail.WrittenMails;
import io.vertx.core.Future;

/** {@code /notifications/{id}/preview}: the mail as a page, for admins. */
public final class PreviewHandler {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'";

  private final NotificationStore store;
  private final WrittenMails mails;
  private final boolean hasServer;

  public PreviewHandler(NotificationStore store, WrittenMails mails, boolean hasServer) {
    this.store = requireNonNull(store);
    this.mails = requireNonNull(mails);
    this.hasServer = hasServer;
  }

  public void register(Api api) {
    api.on("previewNotification", this::preview);
  }

  private Future<Reply> preview(Call call) {
    Notification known =
        store.find(NotificationsHandler.id(call)).orElseThrow(NotificationRefusals::notFound);
    Recipient reader =
        store.recipient(known.userId()).orElseThrow(NotificationRefusals::userUnknown);
    String page = mails.preview(known, reader, state(known));
    return Future.succeededFuture(Reply.html(page).withHeader("Content-Security-Policy", POLICY));
  }

  private String state(Notification known) {
    return switch (known.status()) {
      case SENT -> "This mail is sent.";
      case FAILED ->
          "This mail failed: " + known.delivery().reason().orElse("nobody said why") + '.';
      case PENDING ->
          hasServer
              ? "This mail isn't sent yet."
              : "This mail is kept and not sent: no mail server is set (SMTP_SERVER).";
    };
  }
}
