package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceBook;
import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /attendance/{event_id}/changes}, the feed in order, and {@code …/scans}, what was
 * scanned and what came of it.
 */
public final class FeedHandler {
  private static final int LOOKED_THROUGH = 5000;

  private final AttendanceBook store;

  public FeedHandler(AttendanceBook store) {
    this.store = requireNonNull(store);
  }

  public void register(Api api) {
    api.on("changes", this::changes);
    api.on("scans", this::scans);
  }

  private Future<Reply> changes(Call call) {
    String eventId = call.path("event_id");
    long after = call.query("after").map(Long::valueOf).orElse(0L);
    List<Change> page = store.changes(eventId, after, Page.limit(call));
    if (after < store.forgotten(eventId)) {
      throw expired();
    }
    long end = page.isEmpty() ? after : page.get(page.size() - 1).seq();
    long last = store.counts(eventId).lastSeq();
    Reply reply =
        Reply.json(200, page.stream().map(ChangeJson::of).toList())
            .withHeader("X-Total-Count", String.valueOf(last));
    return Future.succeededFuture(
        end < last ? reply.withHeader("Link", Page.link(call, "after", end)) : reply);
  }

  /** What was asked for is forgotten, in part at least. */
  static Problem expired() {
    return Problem.of(
        ProblemKind.GONE,
        "FEED_EXPIRED",
        "The feed no longer goes back that far. Read the attendance anew, and go on from its"
            + " X-Last-Seq.");
  }

  private Future<Reply> scans(Call call) {
    Optional<String> ticketId = call.query("ticket_id");
    return Future.succeededFuture(ticketId.isPresent() ? story(call, ticketId.get()) : page(call));
  }

  private Reply story(Call call, String ticketId) {
    List<Change> all =
        store.story(call.path("event_id"), ticketId).stream()
            .filter(change -> isWanted(call, change))
            .toList();
    Page<Change> page = Page.of(all, Page.cursor(call), Page.limit(call));
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
    long end = full ? page.get(page.size() - 1).seq() : Page.cursor(call) + LOOKED_THROUGH;
    Reply reply = Reply.json(200, page.stream().map(ChangeJson::of).toList());
    return end < last ? reply.withHeader("Link", Page.link(call, String.valueOf(end))) : reply;
  }

  private static boolean isWanted(Call call, Change change) {
    Optional<String> code = call.query("code");
    return code.isEmpty()
        || (change instanceof ScanRecord scan && scan.refusal().map(Refusal::name).equals(code));
  }
}
