package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.common.http.ChunkedBody;
import id.tixgo.common.json.JsonFormat;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** An event's attendance as JSON, some records at a time, each chunk made when it is asked for. */
final class RecordChunks implements ChunkedBody.Source {
  private static final int BYTES = 64 * 1024;

  private final RecordBatches pages;
  private Buffer head;
  private boolean begun;

  /**
   * @param head the object's beginning, up to where its records come
   */
  RecordChunks(RecordBatches pages, Buffer head) {
    this.pages = requireNonNull(pages);
    this.head = Buffer.buffer(BYTES).appendBuffer(head).appendString(",\"records\":[");
  }

  @Override
  public Future<Optional<Buffer>> next() {
    if (!pages.hasNext()) {
      return Future.succeededFuture(Optional.empty());
    }
    Buffer chunk = head;
    head = Buffer.buffer(BYTES);
    pages.next().forEach(record -> append(chunk, record));
    return Future.succeededFuture(Optional.of(pages.hasNext() ? chunk : chunk.appendString("]}")));
  }

  private void append(Buffer chunk, ScanRecord record) {
    if (begun) {
      chunk.appendString(",");
    }
    chunk.appendBuffer(JsonFormat.encode(RecordJson.of(record)));
    begun = true;
  }
}
