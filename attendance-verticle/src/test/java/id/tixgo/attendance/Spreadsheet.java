package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** A CSV or XLSX file as a spreadsheet reads it: a header line and cells as text. */
record Spreadsheet(Buffer file, List<List<String>> lines) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  static Spreadsheet csv(ServiceApi api, String path) {
    Buffer file = download(api, path);
    String text = file.toString(StandardCharsets.UTF_8);
    assertEquals('\uFEFF', text.charAt(0));
    return new Spreadsheet(
        file,
        CsvReader.builder().ofCsvRecord(text.substring(1)).stream()
            .map(CsvRecord::getFields)
            .toList());
  }

  static Spreadsheet xlsx(ServiceApi api, String path) {
    Buffer file = download(api, path);
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(file.getBytes()), WITH_FORMATS)) {
      List<Row> rows = book.getFirstSheet().read();
      int columns = rows.get(0).getCellCount();
      return new Spreadsheet(file, rows.stream().map(row -> cells(row, columns)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines after the header, by its names. */
  List<Map<String, String>> rows() {
    return lines.stream().skip(1).map(this::row).toList();
  }

  List<String> column(String name) {
    return rows().stream().map(row -> row.get(name)).toList();
  }

  /** An XLSX file's own XML. */
  String part(String name) {
    try {
      Path path = Files.createTempFile("tixgo", ".xlsx");
      Files.write(path, file.getBytes());
      try (ZipFile zip = new ZipFile(path.toFile())) {
        byte[] part = zip.getInputStream(zip.getEntry(name)).readAllBytes();
        return new String(part, StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> row(List<String> cells) {
    assertEquals(lines.get(0).size(), cells.size());
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      row.put(lines.get(0).get(i), cells.get(i));
    }
    return row;
  }

  private static List<String> cells(Row row, int columns) {
    return IntStream.range(0, columns)
        .mapToObj(column -> row.getOptionalCell(column).map(Spreadsheet::text).orElse(""))
        .toList();
  }

  private static String text(Cell cell) {
    boolean date = cell.getType() == CellType.NUMBER && cell.getDataFormatString() != null;
    return date
        ? TIME.format(cell.asDate().plus(500, ChronoUnit.MILLIS))
        : Objects.toString(cell.getValue(), "");
  }

  static Buffer download(ServiceApi api, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path));
    request.headers(api.headers().toArray(String[]::new));
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
      assertEquals(200, response.statusCode());
      return Buffer.buffer(response.body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }
}
