package id.tixgo.notification.client;

import id.tixgo.notification.domain.Mail;
import id.tixgo.notification.domain.MailServer;
import id.tixgo.notification.domain.Posted;
import io.vertx.core.Future;

/** Where none is set. */
public final class NoMailServer implements MailServer {
  /** What is said of it. */
  public static final String SENTENCE = "No mail server is set (SMTP_SERVER).";

  @Override
  public boolean isThere() {
    return false;
  }

  @Override
  public Future<Posted> send(Mail mail) {
    return Future.succeededFuture(new Posted.Later(SENTENCE));
  }
}
