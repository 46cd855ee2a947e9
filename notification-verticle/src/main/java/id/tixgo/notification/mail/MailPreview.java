package id.tixgo.notification.mail;

import static java.util.Objects.requireNonNull;

import id.tixgo.notification.domain.Mail;

/**
 * A mail as it is shown to admins.
 *
 * @param to the address, or that there is none
 * @param state what became of it, in a sentence
 */
public record MailPreview(Mail mail, String to, String state) {
  public MailPreview {
    requireNonNull(mail);
    requireNonNull(to);
    requireNonNull(state);
  }
}
