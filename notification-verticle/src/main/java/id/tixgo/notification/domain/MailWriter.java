package id.tixgo.notification.domain;

import io.vertx.core.Future;

/** Makes mails of notifications. */
public interface MailWriter {
  /**
   * The mail in its reader's language; fails when something that goes with it can't be had now.
   *
   * @param to the reader's address
   */
  Future<Mail> write(Notification notification, Recipient reader, String to);

  /** The same without its files: it says where they are. */
  Mail writeBare(Notification notification, Recipient reader, String to);
}
