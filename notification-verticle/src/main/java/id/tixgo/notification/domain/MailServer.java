package id.tixgo.notification.domain;

import io.vertx.core.Future;

/** Takes mails. */
public interface MailServer {
  /** Whether there is one: without it mails are kept, and sent by nobody. */
  boolean isThere();

  /** Hands a mail over; never fails. Of one that is too large it says so, whatever is in it. */
  Future<Posted> send(Mail mail);
}
