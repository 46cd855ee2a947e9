package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceBook;
import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.attendance.http.sheet.SheetFormat;
import id.tixgo.attendance.http.sheet.Sheets;
import id.tixgo.attendance.http.sheet.Zone;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.ETags;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /attendance/{event_id}/scans}, what was scanned and what came of it: pages of JSON, or
 * a sheet.
 */
public final class ScansHandler {
  private static final int LOOKED_THROUGH = 5000;

  private final AttendanceBook store;
  private final EventSheets sheets;
  private final Sheets writer;
  private final String storeTag;

  /**
   * @param storeTag differs whenever the store begins anew, so that no tag outlives its records
   */
  public ScansHandler(AttendanceBook store, EventSheets sheets, Sheets writer, String storeTag) {
    this.store = requireNonNull(store);
    this.sheets = requireNonNull(sheets);
    this.writer = requireNonNull(writer);
    this.storeTag = requireNonNull(storeTag);
  }

  public void register(Api api) {
    api.stream("scans", this::handle);
  }

  private Future<?> handle(Call call, HttpServerResponse response) {
    SheetFormat format = SheetFormat.of(call);
    Zone zone = Zone.of(call);
    response.headers().add("Vary", "Accept");
    return format == SheetFormat.JSON
        ? json(call).writeTo(call)
        : sheet(call, response, format, zone);
  }

  /** All of them, however long a page of JSON may be. */
  private Future<Void> sheet(
      Call call, HttpServerResponse response, SheetFormat format, Zone zone) {
    String eventId = call.path("event_id");
    long last = store.counts(eventId).lastSeq();
    String tag = '"' + storeTag + '-' + last + '-' + sheets.version(call, format, zone) + '"';
    response.putHeader("ETag", tag);
    if (ETags.names(call.header("If-None-Match"), tag)) {
      return response.setStatusCode(304).end();
    }
    Iterator<List<Change>> changes =
        call.query("ticket_id").isPresent()
            ? List.of(story(call)).iterator()
            : new ScanPages(store, eventId, change -> isWanted(call, change));
    return writer.write(call, response, format, sheets.scans(call, zone, changes));
  }

  private Reply json(Call call) {
    return call.query("ticket_id").isPresent() ? storyPage(call) : page(call);
  }

  private List<Change> story(Call call) {
    String code = TicketCode.require("query.ticket_id", call.query("ticket_id").orElseThrow());
    return store.story(call.path("event_id"), code).stream()
        .filter(change -> isWanted(call, change))
        .toList();
  }

  private Reply storyPage(Call call) {
    Page<Change> page = Page.of(story(call), Page.cursor(call), Page.limit(call));
    return page.describe(call, Reply.json(200, page.items().stream().map(ChangeJson::of).toList()));
  }

  /** A page looks through so many changes at most, and may then hold fewer than was asked for. */
  private Reply page(Call call) {
    String eventId = call.path("event_id");
    long last = store.counts(eventId).lastSeq();
    List<Change> looked = store.changes(eventId, Page.cursor(call), LOOKED_THROUGH);
    List<Change> page =
        looked.stream().filter(change -> isWanted(call, change)).limit(Page.limit(call)).toList();
    boolean full = page.size() == Page.limit(call);
    long from = Math.min(Page.cursor(call), last);
    long end = full ? page.get(page.size() - 1).seq() : from + LOOKED_THROUGH;
    Reply reply = Reply.json(200, page.stream().map(ChangeJson::of).toList());
    return end < last ? reply.withHeader("Link", Page.link(call, String.valueOf(end))) : reply;
  }

  private static boolean isWanted(Call call, Change change) {
    Optional<String> code = call.query("code");
    return code.isEmpty()
        || (change instanceof ScanRecord scan && scan.refusal().map(Refusal::name).equals(code));
  }
}
