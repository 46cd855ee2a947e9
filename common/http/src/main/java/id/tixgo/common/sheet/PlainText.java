package id.tixgo.common.sheet;

import java.util.regex.Pattern;

/**
 * Text that no spreadsheet takes for a formula when it opens a CSV file: where one would begin,
 * there is an apostrophe before it (OWASP, CSV Injection). What has an apostrophe there already
 * gets another, so that every text comes back as it was.
 */
public final class PlainText {
  /** Also in a spreadsheet that takes another separator than the comma, as in Indonesia. */
  private static final String BEGIN = "(?<=^|[,;\\t\\r\\n])(\"*)";

  private static final String FORMULA = "(?='*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])";
  private static final String LINE = "(?='*[\\t\\r\\n])";
  private static final Pattern BARE = Pattern.compile("^" + LINE + '|' + BEGIN + FORMULA);
  private static final Pattern GUARDED = Pattern.compile("^'" + LINE + '|' + BEGIN + "'" + FORMULA);

  private PlainText() {}

  /** The text as it is written. */
  static String of(String text) {
    return BARE.matcher(text).replaceAll("$1'");
  }

  /** The text of which {@link #of} has made this. */
  public static String read(String written) {
    return written.indexOf('\'') < 0 ? written : GUARDED.matcher(written).replaceAll("$1");
  }
}
