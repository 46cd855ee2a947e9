package id.tixgo.identity.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** The rules of names: 3 to 50 of {@code A-Z a-z 0-9 . _ @ -}, one user whatever the case. */
public final class Username {
  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._@-]{3,50}");

  private Username() {}

  public static boolean isValid(String name) {
    return VALID.matcher(name).matches();
  }

  /** The same for every way to write one name. */
  public static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
