package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.attendance.domain.TicketLists;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.ETags;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.sheet.SheetFormat;
import id.tixgo.common.sheet.Sheets;
import id.tixgo.common.sheet.Zone;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * {@code GET /attendance/{event_id}/scans}, what was scanned and what came of it: pages of JSON, or
 * a sheet.
 */
public final class ScansHandler {
  private static final int LOOKED_THROUGH = 5000;

  private final Vertx vertx;
  private final AttendanceQueries store;
  private final TicketLists lists;
  private final EventSheets sheets;
  private final Sheets writer;
  private final String storeTag;

  /**
   * @param storeTag differs whenever the store begins anew, so that no tag outlives its records
   */
  public ScansHandler(
      Vertx vertx,
      AttendanceQueries store,
      TicketLists lists,
      EventSheets sheets,
      Sheets writer,
      String storeTag) {
    this.vertx = requireNonNull(vertx);
    this.store = requireNonNull(store);
    this.lists = requireNonNull(lists);
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
        ? json(call).compose(reply -> reply.writeTo(call))
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
            : new ScanPages(store, eventId, new ScanFilter(call, lists));
    return writer.write(call, response, format, sheets.scans(call, zone, changes));
  }

  /** On a worker thread: a search looks at thousands of texts. */
  private Future<Reply> json(Call call) {
    return vertx.executeBlocking(
        () -> call.query("ticket_id").isPresent() ? storyPage(call) : page(call), false);
  }

  private List<Change> story(Call call) {
    String code = TicketCode.require("query.ticket_id", call.query("ticket_id").orElseThrow());
    return store.story(call.path("event_id"), code).stream()
        .filter(new ScanFilter(call, lists))
        .toList();
  }

  private Reply storyPage(Call call) {
    List<Change> story = ordered(call, story(call));
    Page<Change> page = Page.of(story, Page.cursor(call), Page.limit(call));
    return page.describe(call, Reply.json(200, bodies(page.items())));
  }

  /** A page looks through so many changes at most, and may then hold fewer than was asked for. */
  private Reply page(Call call) {
    long last = store.counts(call.path("event_id")).lastSeq();
    return isNewestFirst(call) ? newestPage(call, last) : oldestPage(call, last);
  }

  private Reply oldestPage(Call call, long last) {
    long from = Math.min(Page.cursor(call), last);
    List<Change> page = wanted(call, from, LOOKED_THROUGH);
    boolean full = page.size() == Page.limit(call);
    long end = full ? page.get(page.size() - 1).seq() : from + LOOKED_THROUGH;
    return reply(call, page, end < last ? end : 0);
  }

  /** Its cursor is the oldest that was looked at. */
  private Reply newestPage(Call call, long last) {
    long before = Page.cursor(call) == 0 ? last + 1 : Math.min(Page.cursor(call), last + 1);
    long from = Math.max(0, before - 1 - LOOKED_THROUGH);
    List<Change> page = wanted(call, from, (int) (before - 1 - from));
    boolean full = page.size() == Page.limit(call);
    long end = full ? page.get(page.size() - 1).seq() : from + 1;
    return reply(call, page, end > 1 ? end : 0);
  }

  private List<Change> wanted(Call call, long after, int looked) {
    List<Change> changes = ordered(call, store.changes(call.path("event_id"), after, looked));
    return changes.stream().filter(new ScanFilter(call, lists)).limit(Page.limit(call)).toList();
  }

  private static List<Change> ordered(Call call, List<Change> changes) {
    List<Change> ordered = new ArrayList<>(changes);
    if (isNewestFirst(call)) {
      Collections.reverse(ordered);
    }
    return ordered;
  }

  private static boolean isNewestFirst(Call call) {
    return call.query("order").filter("newest"::equals).isPresent();
  }

  /** With the cursor of the next page; 0 on the last one. */
  private Reply reply(Call call, List<Change> page, long next) {
    Reply reply = Reply.json(200, bodies(page));
    return next == 0 ? reply : reply.withHeader("Link", Page.link(call, String.valueOf(next)));
  }

  private List<ScanJson> bodies(List<Change> changes) {
    return changes.stream().map(change -> ScanJson.of(change, lists)).toList();
  }
}
