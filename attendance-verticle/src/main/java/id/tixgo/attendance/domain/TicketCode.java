package id.tixgo.attendance.domain;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.text.Blanks;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is printed on a ticket, in the one form in which it is kept and looked for, however it was
 * listed, typed or scanned. The browser's {@code ticketcode.js} has the same rules.
 */
public final class TicketCode {
  /** What a client is told that has sent something else. */
  public static final String WANTED =
      "must be a ticket's code: 1 to 128 characters besides blanks around them, no control"
          + " character among them, and neither . nor ..";

  /** {@code docs/ticket-qr.md} has the form; longer than any code. */
  private static final Pattern SIGNED =
      Pattern.compile("TIXGO1:[A-Z2-7]{4}:([0-9A-Z]{16}):[A-Z2-7]{103}", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 128;
  private static final int IDENTIFIER = 3;

  private TicketCode() {}

  /** Empty when the text is no code. A code gives itself. */
  public static Optional<String> of(String text) {
    if (isPlain(text)) {
      return Optional.of(text);
    }
    return Optional.of(unsigned(cut(text))).filter(TicketCode::isFit);
  }

  /** The whole text of a sold ticket's QR code, in capitals; empty when it is none. */
  static Optional<String> signed(String text) {
    return Optional.of(cut(text))
        .filter(whole -> SIGNED.matcher(whole).matches())
        .map(whole -> whole.toUpperCase(Locale.ROOT));
  }

  private static String cut(String text) {
    String code = Blanks.cut(Normalizer.normalize(text, Normalizer.Form.NFC));
    while (hasIdentifier(code)) {
      code = Blanks.cut(code.substring(IDENTIFIER));
    }
    return code;
  }

  /** The code alone of a sold ticket's QR code, which has a signature beside it. */
  private static String unsigned(String text) {
    Matcher signed = SIGNED.matcher(text);
    return signed.matches() ? signed.group(1).toUpperCase(Locale.ROOT) : text;
  }

  /** Fails with {@code VALIDATION_ERROR} when the text that stands at this place is no code. */
  public static String require(String place, String text) {
    return of(text).orElseThrow(() -> Problem.invalid(place, WANTED, "ticket_code"));
  }

  /** Of a text that an earlier version has stored, which took anything. */
  static String ofStored(String text) {
    return of(text).orElse(text);
  }

  /** The same for codes that differ by case alone. */
  public static String fold(String code) {
    return code.toUpperCase(Locale.ROOT);
  }

  /** The small letters of a fold. */
  public static String small(String fold) {
    return fold.toLowerCase(Locale.ROOT);
  }

  /** Whether its letters are all capital or all small, so that its fold is enough to find it. */
  public static boolean isOfOneCase(String code) {
    String fold = fold(code);
    return code.equals(fold) || code.equals(small(fold));
  }

  /** Whether it is surely a code: printable ASCII, as nearly every one is. */
  private static boolean isPlain(String text) {
    int length = text.length();
    if (length == 0 || length > LONGEST || text.charAt(0) == ']' || text.charAt(0) == '.') {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return text.charAt(0) != ' ' && text.charAt(length - 1) != ' ';
  }

  /** That of AIM (ISO/IEC 15424), which a scanner may send to say how the code was printed. */
  private static boolean hasIdentifier(String code) {
    return code.length() >= IDENTIFIER
        && code.charAt(0) == ']'
        && isLetter(code.charAt(1))
        && code.charAt(2) >= '0'
        && code.charAt(2) <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isFit(String code) {
    return !code.isEmpty()
        && !code.equals(".")
        && !code.equals("..")
        && code.codePointCount(0, code.length()) <= LONGEST
        && code.codePoints().noneMatch(TicketCode::isUnfit);
  }

  private static boolean isUnfit(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }
}
