package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.CheckIn;
import id.tixgo.attendance.domain.CheckInStore;
import id.tixgo.common.http.ChunkedBody;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import java.util.Optional;

/** An event's attendance as JSON, some records at a time, each chunk made when it is asked for. */
final class RecordChunks implements ChunkedBody.Source {
  private static final int CHUNK = 250;
  private static final int BYTES = 64 * 1024;

  private final CheckInStore store;
  private final AttendanceHandler.Range range;
  private Buffer head;
  private long after;
  private boolean ended;

  /**
   * @param head the object's beginning, up to where its records come
   */
  RecordChunks(CheckInStore store, AttendanceHandler.Range range, Buffer head) {
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
    Buffer chunk = after == range.after() ? head : Buffer.buffer(BYTES);
    for (CheckIn checkIn : store.page(range.eventId(), after, range.upTo(), CHUNK)) {
      append(chunk, checkIn);
    }
    ended = after >= range.upTo();
    return Future.succeededFuture(Optional.of(ended ? chunk.appendString("]}") : chunk));
  }

  private void append(Buffer chunk, CheckIn checkIn) {
    if (after > range.after()) {
      chunk.appendString(",");
    }
    chunk.appendBuffer(Json.encodeToBuffer(RecordJson.of(checkIn)));
    after = checkIn.seq();
  }
}
