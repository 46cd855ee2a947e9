package id.tixgo.notification.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.util.Optional;

/**
 * Who is told, as Identity knows him.
 *
 * @param locale a BCP 47 tag: {@code id}
 */
public record Recipient(
    long userId,
    String username,
    Optional<String> email,
    Optional<String> fullName,
    Optional<String> locale)
    implements Shareable {
  public Recipient {
    requireNonNull(username);
    requireNonNull(email);
    requireNonNull(fullName);
    requireNonNull(locale);
  }

  /** What he is called in a mail. */
  public String name() {
    return fullName.orElse(username);
  }
}
