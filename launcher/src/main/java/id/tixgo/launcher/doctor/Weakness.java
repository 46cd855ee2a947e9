package id.tixgo.launcher.doctor;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What makes a secret one that could be guessed. */
final class Weakness {
  /** Fewer in 32 of a random secret's come about once in many millions. */
  private static final int FEWEST_CHARACTERS = 8;

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "change.?(me|this|it)|(your|my).?(super.?)?(jwt|secret|key|token|password)|placeholder"
              + "|secret.?key|super.?secret|jwt.?secret|example|password",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> PASSWORDS =
      Set.of(
          "admin-secret",
          "administrator",
          "admin1",
          "admin12",
          "admin123",
          "admin1234",
          "admin12345",
          "admin123456",
          "changeme",
          "change-me",
          "letmein",
          "passw0rd",
          "password",
          "password1",
          "password123",
          "p@ssw0rd",
          "qwerty",
          "qwerty123",
          "rahasia",
          "rahasia123",
          "secret",
          "secret-1",
          "secret123",
          "tixgo123",
          "welcome",
          "welcome1");

  private Weakness() {}

  /** As the rest of a sentence that begins with the variable's name; empty when there is none. */
  static Optional<String> of(String key) {
    String text = key.replaceFirst("=+$", ""); // The end of base64 says nothing.
    if (isPeriodic(text)) {
      return Optional.of("is a short text over and over");
    }
    if (text.chars().distinct().count() < FEWEST_CHARACTERS) {
      return Optional.of("is made of few characters");
    }
    if (isSequence(text)) {
      return Optional.of("is a row of characters in their order");
    }
    return Optional.of("is a placeholder of some manual")
        .filter(weak -> PLACEHOLDER.matcher(key).find());
  }

  static boolean isGuessed(String password, String username) {
    String lower = password.toLowerCase(Locale.ROOT);
    return PASSWORDS.contains(lower)
        || lower.equals(username.toLowerCase(Locale.ROOT))
        || isPeriodic(lower)
        || isSequence(lower);
  }

  private static boolean isPeriodic(String text) {
    return IntStream.rangeClosed(1, text.length() / 2).anyMatch(n -> repeatsAfter(text, n));
  }

  private static boolean repeatsAfter(String text, int period) {
    return IntStream.range(period, text.length())
        .allMatch(i -> text.charAt(i) == text.charAt(i - period));
  }

  /** Most characters are the one before, or the next in the alphabet, up or down. */
  private static boolean isSequence(String text) {
    long near =
        IntStream.range(1, text.length())
            .filter(i -> Math.abs(text.charAt(i) - text.charAt(i - 1)) <= 1)
            .count();
    return near * 4 >= (text.length() - 1) * 3L;
  }
}
