package id.tixgo.attendance.http.list;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.sheet.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A ticket list as CSV, as spreadsheets save it. */
final class CsvList {
  private static final String MALFORMED = "MALFORMED_CSV";
  private static final int LONGEST_CELL = 1 << 20;

  /** Excel's own way to say what stands between cells. */
  private static final Pattern TOLD = Pattern.compile("\\s*\"?sep=(.).*", Pattern.DOTALL);

  private CsvList() {}

  /** Fails with {@code MALFORMED_CSV}, or {@code VALIDATION_ERROR} and what is wrong where. */
  static List<Ticket> read(byte[] body) {
    FileKind.of(body).expect(FileKind.OTHER, MALFORMED);
    CsvText text = CsvText.of(body);
    String head = text.head();
    if (head.indexOf('\0') >= 0) {
      throw ListErrors.malformed(MALFORMED, Place.WHOLE.error("not_text", "is no CSV file"));
    }
    text.brokenLine()
        .ifPresent(
            line -> {
              throw badEncoding(line, text.charset());
            });
    ListTable table = new ListTable();
    read(text, separator(head), table);
    if (table.isEmpty()) {
      throw ListErrors.malformed(MALFORMED, Place.WHOLE.error("empty_file", "is empty"));
    }
    return table.tickets();
  }

  private static void read(CsvText text, char separator, ListTable table) {
    Lines lines = new Lines();
    CsvReader.CsvReaderBuilder format =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .trimWhitespacesAroundQuotes(true)
            .maxBufferSize(LONGEST_CELL);
    try (CsvReader<Line> all = format.build(lines, text.reader())) {
      all.stream().filter(line -> !line.tellsSeparator()).forEach(line -> line.addTo(table));
    } catch (CsvParseException e) {
      throw badQuotes(lines.number());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem badEncoding(long line, Charset charset) {
    String sentence = "has bytes that are no text in " + charset.name();
    return ListErrors.malformed(MALFORMED, Place.line(line).error("bad_encoding", sentence));
  }

  private static Problem badQuotes(long line) {
    String sentence = "opens a quoted cell that doesn't end, or goes on behind it";
    return ListErrors.malformed(MALFORMED, Place.line(line).error("bad_quotes", sentence));
  }

  /** Where a comma stands before decimals, spreadsheets put a semicolon between cells. */
  private static char separator(String head) {
    Matcher told = TOLD.matcher(head);
    if (told.matches()) {
      return told.group(1).charAt(0);
    }
    String header = head.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return Stream.of(',', ';', '\t')
        .filter(separator -> namesTicketId(header, separator))
        .findFirst()
        .orElse(',');
  }

  private static boolean namesTicketId(String header, char separator) {
    return Stream.of(header.replace("\"", "").split(String.valueOf(separator), -1))
        .anyMatch(ListColumns::isTicketId);
  }

  private record Line(long number, List<String> cells) {
    boolean tellsSeparator() {
      return number == 1 && cells.get(0).toLowerCase(Locale.ROOT).startsWith("sep=");
    }

    void addTo(ListTable table) {
      table.add(Place.line(number), cells);
    }
  }

  /** Gathers cells into lines; knows at which line the file it is. */
  private static final class Lines extends AbstractBaseCsvCallbackHandler<Line> {
    private List<String> cells = List.of();
    private long number;

    long number() {
      return number;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      number = startingLineNumber;
      cells = new ArrayList<>();
    }

    @Override
    protected void handleField(int field, char[] text, int from, int length, boolean quoted) {
      cells.add(PlainText.read(new String(text, from, length)));
    }

    @Override
    protected Line buildRecord() {
      return new Line(number, cells);
    }
  }
}
