package id.tixgo.notification.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.util.Optional;
import java.util.regex.Pattern;

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
  private static final int LONGEST_NAME = 60;
  private static final Pattern OF_LINKS =
      Pattern.compile("[/:@\\\\\\p{Cntrl}\\p{Zl}\\p{Zp}]+|\\.(?=\\S)");

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

  /**
   * What he is called in a mail: the beginning of what he calls himself, without what mail programs
   * make links of.
   */
  public String name() {
    return OF_LINKS
        .matcher(fullName.orElse(username))
        .replaceAll(" ")
        .strip()
        .codePoints()
        .limit(LONGEST_NAME)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
