package id.tixgo.common.sheet;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import id.tixgo.common.http.ChunkedBody;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A sheet as CSV (RFC 4180) in UTF-8, with the byte order mark without which Excel reads another
 * encoding. No text is a formula: one that would be gets an apostrophe first.
 */
final class CsvChunks<T> implements ChunkedBody.Source {
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();
  private static final CsvSchema LINES = CsvSchema.emptySchema().withLineSeparator("\r\n");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final Sheet<T> sheet;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final SequenceWriter lines;

  CsvChunks(Sheet<T> sheet) throws IOException {
    this.sheet = requireNonNull(sheet);
    bytes.writeBytes("\uFEFF".getBytes(StandardCharsets.UTF_8));
    this.lines = CSV.writer(LINES).writeValues(bytes);
    lines.write(sheet.header());
  }

  @Override
  public Future<Optional<Buffer>> next() {
    try {
      return Future.succeededFuture(
          sheet.batches().hasNext()
              ? Optional.of(chunk(sheet.batches().next()))
              : Optional.empty());
    } catch (IOException e) {
      return Future.failedFuture(e);
    }
  }

  private Buffer chunk(List<T> items) throws IOException {
    for (T item : items) {
      lines.write(sheet.row(item).stream().map(CsvChunks::cell).toList());
    }
    lines.flush();
    Buffer chunk = Buffer.buffer(bytes.toByteArray());
    bytes.reset();
    return chunk;
  }

  private static Object cell(Object value) {
    if (value instanceof String text) {
      return PlainText.of(text);
    }
    return value instanceof LocalDateTime time
        ? TIME.format(time)
        : Objects.requireNonNullElse(value, "");
  }
}
