package id.tixgo.notification.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A mail as it is handed to a server.
 *
 * @param to an address, checked
 */
public record Mail(
    String messageId, String to, String subject, String text, String html, List<Enclosure> with) {
  public Mail {
    requireNonNull(messageId);
    requireNonNull(to);
    requireNonNull(subject);
    requireNonNull(text);
    requireNonNull(html);
    with = List.copyOf(with);
  }
}
