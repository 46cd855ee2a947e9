package id.tixgo.simulator.mail;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A mail that was handed over.
 *
 * @param number from 1
 * @param to whom the envelope names, with commas between
 * @param source as it came, one char a byte
 */
public record ReceivedMail(int number, Instant at, String from, String to, String source) {
  public ReceivedMail {
    requireNonNull(at);
    requireNonNull(from);
    requireNonNull(to);
    requireNonNull(source);
  }

  String subject() {
    return MimeText.header(source, "Subject");
  }

  String messageId() {
    return MimeText.header(source, "Message-ID");
  }

  /** Its HTML; empty when it has none. */
  String html() {
    return MimeText.part(source, "text/html");
  }
}
