package id.tixgo.common.sheet;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as a workbook keeps it: a character that XML can't hold is {@code _xHHHH_} (ECMA-376 part 1,
 * 22.4.2.4), and so is the first underscore of a text that looks like one.
 */
public final class XlsxText {
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final Pattern ESCAPED_LOOK = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private XlsxText() {}

  /** The text as it is written. */
  static String of(String text) {
    return text.indexOf('_') < 0 ? text : ESCAPED_LOOK.matcher(text).replaceAll("_x005F_");
  }

  /** The text of which {@link #of} has made this. */
  public static String read(String written) {
    return written.indexOf('_') < 0
        ? written
        : ESCAPED.matcher(written).replaceAll(XlsxText::character);
  }

  private static String character(MatchResult escaped) {
    char character = (char) Integer.parseInt(escaped.group(1), 16);
    return Matcher.quoteReplacement(String.valueOf(character));
  }
}
