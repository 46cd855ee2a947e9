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

  /** One who is deleted: nothing is known of him but that, and nothing is written to him. */
  public static Recipient gone(long userId) {
    return new Recipient(userId, "", Optional.empty(), Optional.empty(), Optional.empty());
  }

  public boolean isGone() {
    return username.isEmpty();
  }

  /** What he is called in a mail. */
  public String name() {
    return fullName.orElse(username);
  }
}
