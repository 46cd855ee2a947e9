package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.CheckInStore;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.ChunkedBody;
import id.tixgo.common.http.ETags;
import id.tixgo.common.http.Page;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;

/** {@code GET /attendance/{event_id}}, streamed a few records at a time. */
public final class AttendanceHandler {
  private final Vertx vertx;
  private final CheckInStore store;
  private final String storeTag;

  /**
   * @param storeTag differs whenever the store begins anew, so that no tag outlives its records
   */
  public AttendanceHandler(Vertx vertx, CheckInStore store, String storeTag) {
    this.vertx = requireNonNull(vertx);
    this.store = requireNonNull(store);
    this.storeTag = requireNonNull(storeTag);
  }

  /** The part of an event's check-ins that a call asks for: {@code after < seq <= upTo}. */
  record Range(String eventId, long total, long after, long upTo) {
    boolean isLast() {
      return upTo == total;
    }
  }

  public void register(Api api) {
    api.stream("attendance", this::handle);
  }

  private Future<?> handle(Call call, HttpServerResponse response) {
    Range range = range(call);
    describe(call, response, range);
    if (ETags.names(call.header("If-None-Match"), response.headers().get("ETag"))) {
      return response.setStatusCode(304).end();
    }
    response.putHeader("Content-Type", "application/json");
    if (call.query("records").filter("false"::equals).isPresent()) {
      return response.end(head(range).appendString("}"));
    }
    return ChunkedBody.write(vertx, response, new RecordChunks(store, range, head(range)));
  }

  private Range range(Call call) {
    String eventId = call.path("event_id");
    long total = call.query("up_to").map(Long::valueOf).orElse(Long.MAX_VALUE);
    total = Math.min(total, store.total(eventId));
    boolean paged = call.query("limit").isPresent() || call.query("cursor").isPresent();
    long after = Math.min(paged ? Page.cursor(call) : 0, total);
    long upTo = paged ? Math.min(total, after + Page.limit(call)) : total;
    return new Range(eventId, total, after, upTo);
  }

  private void describe(Call call, HttpServerResponse response, Range range) {
    response
        .putHeader("ETag", '"' + storeTag + '-' + range.total() + '"')
        .putHeader("X-Total-Count", String.valueOf(range.total()));
    if (!range.isLast()) {
      response.putHeader("Link", Page.link(call, String.valueOf(range.upTo())));
    }
  }

  private static Buffer head(Range range) {
    return Buffer.buffer("{\"event_id\":")
        .appendBuffer(Json.encodeToBuffer(range.eventId()))
        .appendString(",\"total_checked_in\":" + range.total());
  }
}
