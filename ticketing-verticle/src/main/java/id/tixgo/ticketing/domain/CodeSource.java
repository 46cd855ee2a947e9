package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import java.util.random.RandomGenerator;

/**
 * Makes ticket codes: 16 characters of Crockford's base32 in upper case, without its vowels, so
 * that no code is a word. 78 bits are more than anybody can guess.
 */
public final class CodeSource {
  private static final String CHARACTERS = "0123456789BCDFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;

  private final RandomGenerator random;

  /**
   * @param random a secure source
   */
  public CodeSource(RandomGenerator random) {
    this.random = requireNonNull(random);
  }

  /** A code that the desk doesn't know. */
  String next(Desk desk) {
    String code = next();
    while (desk.bookingOf(code).isPresent()) {
      code = next();
    }
    return code;
  }

  /** A code, without a look at those that there are. */
  public String next() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return code.toString();
  }
}
