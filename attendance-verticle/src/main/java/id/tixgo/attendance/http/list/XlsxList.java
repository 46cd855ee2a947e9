package id.tixgo.attendance.http.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.tixgo.attendance.domain.Ticket;
import id.tixgo.common.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** A ticket list as a workbook, of which the first sheet is read. */
final class XlsxList {
  private static final String MALFORMED = "MALFORMED_XLSX";
  private static final int MOST_COLUMNS = 16_384;
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

  private static final String TYPES = "[Content_Types].xml";
  private static final String STYLES = "spreadsheetml.styles+xml";

  private XlsxList() {}

  /** Fails with {@code MALFORMED_XLSX}, or {@code VALIDATION_ERROR} and what is wrong where. */
  static List<Ticket> read(byte[] body) {
    FileKind.of(body).expect(FileKind.XLSX, MALFORMED);
    ListTable table = new ListTable();
    try {
      UnpackedSize.expectFit(body);
      read(body, table);
    } catch (Problem problem) {
      throw problem;
    } catch (IOException | RuntimeException e) {
      throw malformed("not_xlsx", "is no XLSX file, or a damaged one");
    }
    if (table.isEmpty()) {
      throw malformed("empty_file", "has nothing on its first sheet");
    }
    return table.tickets();
  }

  static Problem malformed(String type, String sentence) {
    return ListErrors.malformed(MALFORMED, Place.WHOLE.error(type, sentence));
  }

  private static void read(byte[] body, ListTable table) throws IOException {
    try (ReadableWorkbook book =
            new ReadableWorkbook(new ByteArrayInputStream(body), options(body));
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      rows.forEach(row -> table.add(Place.row(row.getRowNum()), cells(row)));
    }
  }

  /** A workbook may do without styles, which fastexcel then misses. */
  private static ReadingOptions options(byte[] body) throws IOException {
    try (ZipFile zip = ZipFile.builder().setByteArray(body).get()) {
      ZipArchiveEntry types = zip.getEntry(TYPES);
      boolean plain =
          types != null
              && !new String(zip.getInputStream(types).readAllBytes(), UTF_8).contains(STYLES);
      return plain ? ReadingOptions.DEFAULT_READING_OPTIONS : WITH_FORMATS;
    }
  }

  private static List<String> cells(Row row) {
    if (row.getCellCount() > MOST_COLUMNS) {
      throw malformed("not_xlsx", "has more columns than a sheet can have");
    }
    return IntStream.range(0, row.getCellCount())
        .mapToObj(column -> row.getOptionalCell(column).map(XlsxCell::text).orElse(""))
        .toList();
  }
}
