package id.tixgo.attendance.http.list;

import id.tixgo.common.sheet.XlsxText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/** A workbook's cell as text, as a reader would type it. */
final class XlsxCell {
  private static final String NOT_COMPUTED = "#N/A";
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");
  private static final Pattern OF_DATES = Pattern.compile("[dmyhs]", Pattern.CASE_INSENSITIVE);
  private static final Pattern ZEROS = Pattern.compile("0+");

  /** A spreadsheet keeps so many digits of a number, and makes up the rest. */
  private static final int SURE_DIGITS = 15;

  /** Below it every whole number is one that programs keep as it is. */
  private static final BigDecimal LARGEST_EXACT = BigDecimal.valueOf(1L << 53);

  private XlsxCell() {}

  static String text(Cell cell) {
    return switch (cell.getType()) {
      case NUMBER -> number(cell);
      case BOOLEAN -> cell.asBoolean() ? "TRUE" : "FALSE";
      case FORMULA -> cell.getRawValue() == null ? NOT_COMPUTED : XlsxText.read(cell.getRawValue());
      default -> XlsxText.read(String.valueOf(cell.getValue()));
    };
  }

  private static String number(Cell cell) {
    String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
    if (OF_DATES.matcher(QUOTED.matcher(format).replaceAll("")).find()) {
      return date(cell.asDate());
    }
    return digits(cell.asNumber(), format);
  }

  private static String date(LocalDateTime time) {
    return (time.toLocalTime().equals(LocalTime.MIDNIGHT) ? DATE : DATE_AND_TIME).format(time);
  }

  /** With the zeros before it that its format shows; with an exponent when it isn't exact. */
  private static String digits(BigDecimal number, String format) {
    BigDecimal shortest = number.stripTrailingZeros();
    if (isRounded(shortest)) {
      return shortest.round(new MathContext(SURE_DIGITS)).toString();
    }
    String digits = shortest.toPlainString();
    boolean padded = ZEROS.matcher(format).matches() && digits.length() < format.length();
    return padded ? "0".repeat(format.length() - digits.length()) + digits : digits;
  }

  /** Longer than what a spreadsheet keeps, and with the zeros that it puts in place of the rest. */
  private static boolean isRounded(BigDecimal shortest) {
    boolean isLong = shortest.precision() - shortest.scale() > SURE_DIGITS;
    boolean exact =
        shortest.precision() > SURE_DIGITS && shortest.abs().compareTo(LARGEST_EXACT) <= 0;
    return isLong && !exact;
  }
}
