package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceBook;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.common.http.ChunkedBody;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import java.util.List;
import java.util.Optional;

/** An event's attendance as JSON, some records at a time, each chunk made when it is asked for. */
final class RecordChunks implements ChunkedBody.Source {
  private static final int CHUNK = 250;
  private static final int BYTES = 64 * 1024;

  private final AttendanceBook store;
  private final AttendanceHandler.Range range;
  private Buffer head;
  private long after;
  private long written;
  private boolean ended;

  /**
   * @param head the object's beginning, up to where its records come
   */
  RecordChunks(AttendanceBook store, AttendanceHandler.Range range, Buffer head) {
    this.store = requireNonNull(store);
    this.range = requireNonNull(range);
    this.head = Buffer.buffer(BYTES).appendBuffer(head).appendString(",\"records\":[");
    this.after = range.after();
  }

  @Override
  public Future<Optional<Buffer>> next() {
    if (ended) {
      return Future.succeededFuture(Optional.empty());
    }
    Buffer chunk = head;
    head = Buffer.buffer(BYTES);
    int wanted = (int) Math.min(CHUNK, range.limit() - written);
    List<ScanRecord> records = store.checkIns(range.eventId(), after, range.upTo(), wanted);
    records.forEach(record -> append(chunk, record));
    ended = records.size() < wanted || written == range.limit();
    return Future.succeededFuture(Optional.of(ended ? chunk.appendString("]}") : chunk));
  }

  private void append(Buffer chunk, ScanRecord record) {
    if (written > 0) {
      chunk.appendString(",");
    }
    chunk.appendBuffer(Json.encodeToBuffer(RecordJson.of(record)));
    after = record.seq();
    written++;
  }
}
