package id.tixgo.notification.store;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * Names of mails that are nobody else's.
 *
 * @param domain the sender's
 */
public record MessageIds(String domain) {
  public MessageIds {
    requireNonNull(domain);
  }

  String next() {
    return "<" + UUID.randomUUID() + "@" + domain + ">";
  }
}
