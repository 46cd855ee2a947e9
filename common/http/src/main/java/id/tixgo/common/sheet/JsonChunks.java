package id.tixgo.common.sheet;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.ChunkedBody;
import id.tixgo.common.json.JsonFormat;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A sheet as a JSON array: an object for each row, a member for each column. */
final class JsonChunks<T> implements ChunkedBody.Source {
  private final Sheet<T> sheet;
  private boolean begun;

  JsonChunks(Sheet<T> sheet) {
    this.sheet = requireNonNull(sheet);
  }

  @Override
  public Future<Optional<Buffer>> next() {
    return Future.succeededFuture(
        sheet.batches().hasNext() ? Optional.of(chunk()) : Optional.empty());
  }

  private Buffer chunk() {
    Buffer chunk = Buffer.buffer();
    sheet.batches().next().forEach(item -> append(chunk, item));
    if (!sheet.batches().hasNext()) {
      chunk.appendString(begun ? "]" : "[]");
    }
    return chunk;
  }

  private void append(Buffer chunk, T item) {
    chunk.appendString(begun ? "," : "[").appendBuffer(JsonFormat.encode(members(item)));
    begun = true;
  }

  private Map<String, Object> members(T item) {
    Map<String, Object> members = new LinkedHashMap<>();
    sheet.columns().forEach(column -> members.put(column.name(), column.value().apply(item)));
    return members;
  }
}
