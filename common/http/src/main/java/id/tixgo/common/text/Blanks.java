package id.tixgo.common.text;

/**
 * What a reader doesn't see around a text: spaces of every kind, control characters and marks
 * without a shape.
 */
public final class Blanks {
  private Blanks() {}

  /** The text without those around it. */
  public static String cut(String text) {
    int from = 0;
    while (from < text.length() && isBlank(text.codePointAt(from))) {
      from += Character.charCount(text.codePointAt(from));
    }
    int to = text.length();
    while (to > from && isBlank(text.codePointBefore(to))) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(int character) {
    return switch (Character.getType(character)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }
}
