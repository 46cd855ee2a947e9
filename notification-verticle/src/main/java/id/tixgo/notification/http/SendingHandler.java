package id.tixgo.notification.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.scope.Origins;
import id.tixgo.notification.domain.MailStatus;
import id.tixgo.notification.domain.Notification;
import id.tixgo.notification.domain.Outbox;
import io.vertx.core.Future;
import java.time.Instant;

/** {@code /notifications/{id}/send} and {@code …/resend}. */
public final class SendingHandler {
  private final Outbox outbox;

  /**
   * What came of it.
   *
   * @param error null when it is sent
   * @param nextAttemptAt null when it isn't tried again by itself
   */
  private record SentJson(String message, String status, String error, Instant nextAttemptAt) {}

  public SendingHandler(Outbox outbox) {
    this.outbox = requireNonNull(outbox);
  }

  public void register(Api api) {
    api.on("sendNotification", call -> answer(call, "sent"));
    api.on("resendNotification", call -> answer(call, "resent"));
  }

  private Future<Reply> answer(Call call, String done) {
    long id = NotificationsHandler.id(call);
    Future<Notification> tried = done.equals("sent") ? outbox.send(id) : outbox.resend(id);
    return Origins.here(tried).map(known -> reply(known, done));
  }

  private Reply reply(Notification known, String done) {
    int status = known.status() == MailStatus.PENDING ? 202 : 200;
    return Reply.json(
        status,
        new SentJson(
            sentence(known, done),
            known.status().json(),
            known.delivery().reason().orElse(null),
            known.delivery().next().orElse(null)));
  }

  private String sentence(Notification known, String done) {
    return switch (known.status()) {
      case SENT -> "Notification " + done + " successfully";
      case FAILED -> "Notification could not be " + done;
      case PENDING ->
          outbox.hasServer()
              ? "Notification will be " + done + " later"
              : "Notification is kept: no mail server is set (SMTP_SERVER)";
    };
  }
}
