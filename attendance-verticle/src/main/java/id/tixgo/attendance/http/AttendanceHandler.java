package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.attendance.domain.Counts;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.ChunkedBody;
import id.tixgo.common.http.ETags;
import id.tixgo.common.http.Page;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.sheet.SheetFormat;
import id.tixgo.common.sheet.Sheets;
import id.tixgo.common.sheet.Zone;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Optional;

/** {@code GET /attendance/{event_id}}, JSON or a sheet, streamed a few records at a time. */
public final class AttendanceHandler {
  private final Vertx vertx;
  private final AttendanceQueries store;
  private final EventSheets sheets;
  private final Sheets writer;
  private final String storeTag;
  private final AwaitedSeq awaited;

  /**
   * @param storeTag differs whenever the store begins anew, so that no tag outlives its records
   */
  public AttendanceHandler(
      Vertx vertx, AttendanceQueries store, EventSheets sheets, Sheets writer, String storeTag) {
    this.vertx = requireNonNull(vertx);
    this.store = requireNonNull(store);
    this.sheets = requireNonNull(sheets);
    this.writer = requireNonNull(writer);
    this.storeTag = requireNonNull(storeTag);
    this.awaited = new AwaitedSeq(vertx, store);
  }

  /**
   * The part of an event's check-ins that a call asks for: {@code after < seq <= upTo}.
   *
   * @param counts the event's, all of it
   * @param total how many records there are up to there
   * @param limit how many records at most
   */
  record Range(String eventId, Counts counts, long total, long after, long upTo, long limit) {
    /** All records up to there. */
    Range whole() {
      return new Range(eventId, counts, total, 0, upTo, Long.MAX_VALUE);
    }
  }

  public void register(Api api) {
    api.stream("attendance", this::handle);
  }

  private Future<?> handle(Call call, HttpServerResponse response) {
    String eventId = DeviceLimits.event(call);
    return awaited
        .inFeed(call, eventId)
        .compose(here -> range(call, eventId))
        .compose(range -> answer(call, response, range));
  }

  private Future<Object> answer(Call call, HttpServerResponse response, Range range) {
    return (call.caller().role().seesScans()
            ? records(call, response, range)
            : totals(call, response, range.whole()))
        .mapEmpty();
  }

  /** The number alone, with a tag of its own: whoever becomes staff gets the records. */
  private Future<?> totals(Call call, HttpServerResponse response, Range all) {
    if (SheetFormat.of(call) != SheetFormat.JSON) {
      throw Problem.of(ProblemKind.FORBIDDEN, "Sheets of check-ins are for staff alone.");
    }
    describe(call, response, all, "-totals");
    if (isKnown(call, response)) {
      return response.setStatusCode(304).end();
    }
    response.putHeader("Content-Type", "application/json");
    return response.end(head(all).appendString(wantsRecords(call) ? ",\"records\":[]}" : "}"));
  }

  private Future<?> records(Call call, HttpServerResponse response, Range range) {
    SheetFormat format = SheetFormat.of(call);
    Zone zone = Zone.of(call);
    String kind = format == SheetFormat.JSON ? "" : '-' + sheets.version(call, format, zone);
    describe(call, response, range, kind);
    if (isKnown(call, response)) {
      return response.setStatusCode(304).end();
    }
    RecordBatches pages = new RecordBatches(store, range);
    return format == SheetFormat.JSON
        ? json(call, response, range, pages)
        : writer.write(call, response, format, sheets.attendance(call, zone, pages));
  }

  private Future<Void> json(
      Call call, HttpServerResponse response, Range range, RecordBatches pages) {
    response.putHeader("Content-Type", "application/json");
    return wantsRecords(call)
        ? ChunkedBody.write(vertx, call.request(), response, new RecordChunks(pages, head(range)))
        : response.end(head(range).appendString("}"));
  }

  private static boolean wantsRecords(Call call) {
    return call.query("records").filter("false"::equals).isEmpty();
  }

  private static boolean isKnown(Call call, HttpServerResponse response) {
    return ETags.names(call.header("If-None-Match"), response.headers().get("ETag"));
  }

  private Future<Range> range(Call call, String eventId) {
    Counts counts = store.counts(eventId);
    long asked = call.query("up_to").map(Long::valueOf).orElse(Long.MAX_VALUE);
    long upTo = Math.min(asked, counts.lastSeq());
    boolean paged = call.query("limit").isPresent() || call.query("cursor").isPresent();
    long after = paged ? Page.cursor(call) : 0;
    long limit = paged ? Page.limit(call) : Long.MAX_VALUE;
    return total(eventId, counts, upTo)
        .map(total -> new Range(eventId, counts, total, after, upTo, limit));
  }

  /** That of a moment long ago takes a while: not on the event loop. */
  private Future<Long> total(String eventId, Counts counts, long upTo) {
    return upTo == counts.lastSeq()
        ? Future.succeededFuture(counts.checkedIn())
        : vertx.executeBlocking(() -> store.checkedIn(eventId, upTo));
  }

  private void describe(Call call, HttpServerResponse response, Range range, String kind) {
    response.headers().add("Vary", "Accept");
    response
        .putHeader("ETag", '"' + storeTag + '-' + range.counts().lastSeq() + kind + '"')
        .putHeader("X-Last-Seq", String.valueOf(range.upTo()))
        .putHeader("X-Total-Count", String.valueOf(range.total()));
    if (range.limit() < Long.MAX_VALUE) {
      next(range).ifPresent(cursor -> response.putHeader("Link", Page.link(call, cursor)));
    }
  }

  /** The last record's {@code seq} when more come after it. */
  private Optional<String> next(Range range) {
    int limit = (int) range.limit();
    List<ScanRecord> page = store.checkIns(range.eventId(), range.after(), range.upTo(), limit + 1);
    return page.size() > limit
        ? Optional.of(String.valueOf(page.get(limit - 1).seq()))
        : Optional.empty();
  }

  private static Buffer head(Range range) {
    return Buffer.buffer("{\"event_id\":")
        .appendBuffer(JsonFormat.encode(range.eventId()))
        .appendString(",\"total_checked_in\":" + range.total());
  }
}
