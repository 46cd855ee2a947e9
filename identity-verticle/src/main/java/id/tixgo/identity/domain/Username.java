package id.tixgo.identity.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules of names: 3 to 50 of {@code A-Z a-z 0-9 . _ @ -}, not digits alone, or an e-mail
 * address; one user whatever the case.
 */
public final class Username {
  private static final Pattern SHORT = Pattern.compile("[A-Za-z0-9._@-]{3,50}");

  private Username() {}

  /** The name as it is kept; empty when the text is none. */
  public static Optional<String> of(String text) {
    return SHORT.matcher(text).matches()
        ? Optional.of(text).filter(name -> !isNumber(name))
        : EmailAddress.of(text);
  }

  /** Digits alone stand for a user's number, also where an earlier version took them for a name. */
  public static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** As numbers are written: {@code 007} is nobody's, rather than that of user 7. */
  static Optional<Long> number(String digits) {
    return digits.matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
  }

  /** The same for every way to write one name. */
  public static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
