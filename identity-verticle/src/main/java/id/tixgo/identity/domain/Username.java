package id.tixgo.identity.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The rules of names: 3 to 50 of {@code A-Z a-z 0-9 . _ @ -}, not digits alone, one user whatever
 * the case.
 */
public final class Username {
  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._@-]{3,50}");

  private Username() {}

  public static boolean isValid(String name) {
    return VALID.matcher(name).matches() && !isNumber(name);
  }

  /** Digits alone stand for a user's number, also where an earlier version took them for a name. */
  public static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The same for every way to write one name. */
  public static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
