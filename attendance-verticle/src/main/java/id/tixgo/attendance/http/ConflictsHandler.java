package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.CheckIns;
import id.tixgo.attendance.domain.Conflict;
import id.tixgo.attendance.domain.Resolution;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketLists;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tickets that entered twice while a device was offline: listed, and looked into. */
public final class ConflictsHandler {
  private final AttendanceQueries store;
  private final TicketLists lists;
  private final CheckIns doors;
  private final Consumer<Change> announced;
  private final KeyedRequests keyed;
  private final Clock clock;

  private record Note(String note) {}

  private record Body(
      String id,
      String status,
      String ticketId,
      String holderName,
      String ticketType,
      List<RecordJson> scans,
      double secondsBetween,
      String note,
      String resolvedBy,
      Instant resolvedAt) {
    static Body of(Conflict c, Optional<Ticket> ticket) {
      return new Body(
          String.valueOf(c.id()),
          c.resolution().isPresent() ? "resolved" : "open",
          c.scan().ticketId(),
          ticket.flatMap(Ticket::holderName).orElse(null),
          ticket.flatMap(Ticket::ticketType).orElse(null),
          List.of(RecordJson.of(c.other()), RecordJson.of(c.scan())),
          Duration.between(c.other().at(), c.scan().at()).abs().toMillis() / 1000.0,
          c.resolution().map(Resolution::note).orElse(null),
          c.resolution().map(Resolution::staff).orElse(null),
          c.resolution().map(Resolution::at).orElse(null));
    }
  }

  public ConflictsHandler(
      AttendanceQueries store,
      TicketLists lists,
      CheckIns doors,
      Consumer<Change> announced,
      KeyedRequests keyed,
      Clock clock) {
    this.keyed = requireNonNull(keyed);
    this.store = requireNonNull(store);
    this.lists = requireNonNull(lists);
    this.doors = requireNonNull(doors);
    this.announced = requireNonNull(announced);
    this.clock = requireNonNull(clock);
  }

  public void register(Api api) {
    api.on("conflicts", this::list);
    api.on("resolveConflict", this::resolve);
  }

  private Future<Reply> list(Call call) {
    List<Body> all =
        store.conflicts(call.path("event_id")).stream()
            .map(this::body)
            .filter(c -> call.query("status").map(c.status()::equals).orElse(true))
            .toList();
    Page<Body> page = Page.of(all, Page.cursor(call), Page.limit(call));
    return Future.succeededFuture(page.describe(call, Reply.json(200, page.items())));
  }

  private Future<Reply> resolve(Call call) {
    return doors
        .resolve(
            call.path("event_id"),
            id(call.path("id")),
            Callers.staff(call),
            Timestamps.now(clock),
            call.body(Note.class).note(),
            keyed.once(call, this::resolved))
        .onSuccess(conflict -> announced.accept(conflict.resolution().orElseThrow()))
        .map(this::resolved);
  }

  private Reply resolved(Conflict conflict) {
    return Reply.json(200, body(conflict));
  }

  private Body body(Conflict conflict) {
    ScanRecord scan = conflict.scan();
    return Body.of(conflict, lists.find(scan.eventId(), scan.ticketId()));
  }

  private static long id(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Problem.notFound("There is no such conflict.");
    }
  }
}
