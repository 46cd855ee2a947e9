package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.CheckIns;
import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.Staff;
import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.IdempotentReplay;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** {@code POST /checkins}, one ticket or a group, and taking a check-in back. */
public final class CheckInHandler {
  private final CheckIns doors;
  private final Consumer<Change> announced;
  private final KeyedRequests keyed;
  private final Clock clock;

  private record Group(String eventId, List<String> ticketIds, String gate, String deviceId) {
    List<Scan> scans(Staff staff, Instant at) {
      return IntStream.range(0, ticketIds.size()).mapToObj(i -> scan(i, staff, at)).toList();
    }

    private Scan scan(int place, Staff staff, Instant at) {
      String code = TicketCode.require("body.ticket_ids." + place, ticketIds.get(place));
      return new CheckInBody(eventId, code, gate, deviceId, null)
          .toScan(staff, at, Optional.empty());
    }
  }

  private record GroupPassed(String status, List<RecordJson> records) {}

  private record Reason(String reason) {}

  private record Undone(
      String status, String eventId, String ticketId, String reason, String undoneBy, long seq) {}

  public CheckInHandler(
      CheckIns doors, Consumer<Change> announced, KeyedRequests keyed, Clock clock) {
    this.keyed = requireNonNull(keyed);
    this.doors = requireNonNull(doors);
    this.announced = requireNonNull(announced);
    this.clock = requireNonNull(clock);
  }

  public void register(Api api) {
    api.on("checkIn", CheckInBodyReader::read, this::checkIn);
    api.on("checkInGroup", this::checkInGroup);
    api.on("undoCheckIn", this::undo);
  }

  private Future<Reply> checkIn(Call call) {
    Scan scan =
        call.body(CheckInBody.class).toScan(Callers.staff(call), now(), KeyedRequests.key(call));
    DeviceLimits.expect(call, scan);
    if (call.query("dry_run").filter("true"::equals).isPresent()) {
      return doors.tryOut(scan).map(outcome -> Reply.json(200, Outcomes.tried(outcome)));
    }
    return doors.scan(scan).map(outcome -> reply(call, outcome));
  }

  private Reply reply(Call call, Outcome outcome) {
    if (outcome.again()) {
      IdempotentReplay.mark(call);
    }
    announced.accept(outcome.scan());
    return Reply.json(201, Outcomes.passed(outcome));
  }

  private Future<Reply> checkInGroup(Call call) {
    List<Scan> scans = call.body(Group.class).scans(Callers.staff(call), now());
    DeviceLimits.expect(call, scans.get(0));
    return doors
        .scanAll(scans, keyed.once(call, CheckInHandler::groupReply))
        .onSuccess(this::announce)
        .map(CheckInHandler::groupReply);
  }

  /** What is kept of a group: all, or what stood in the way. */
  private void announce(List<Outcome> outcomes) {
    boolean all = outcomes.stream().allMatch(outcome -> outcome.scan().refusal().isEmpty());
    outcomes.stream()
        .map(Outcome::scan)
        .filter(scan -> !namesOneTwice(outcomes) && (all || scan.refusal().isPresent()))
        .forEach(announced);
  }

  private static boolean namesOneTwice(List<Outcome> outcomes) {
    return outcomes.stream().map(outcome -> outcome.scan().ticketId()).distinct().count()
        < outcomes.size();
  }

  private static Reply groupReply(List<Outcome> outcomes) {
    if (namesOneTwice(outcomes)) {
      throw Problem.invalid("body.ticket_ids", "names a ticket twice", "uniqueItems");
    }
    List<Outcome> refused =
        outcomes.stream().filter(outcome -> outcome.scan().refusal().isPresent()).toList();
    if (!refused.isEmpty()) {
      throw Problem.of(ProblemKind.CONFLICT, "GROUP_REFUSED", "Nobody of the group was let in.")
          .with("results", outcomes.stream().map(Outcomes::tried).toList());
    }
    return Reply.json(
        201,
        new GroupPassed(
            "checked_in", outcomes.stream().map(o -> RecordJson.of(o.scan())).toList()));
  }

  private Future<Reply> undo(Call call) {
    String reason = call.body(Reason.class).reason();
    return doors
        .undo(call.path("event_id"), ticket(call), Callers.staff(call), now(), reason)
        .onSuccess(announced::accept)
        .map(
            undo ->
                Reply.json(
                    200,
                    new Undone(
                        "undone",
                        undo.eventId(),
                        undo.ticketId(),
                        undo.reason(),
                        undo.staff(),
                        undo.seq())));
  }

  private static String ticket(Call call) {
    return TicketCode.require("path.ticket_id", call.path("ticket_id"));
  }

  private Instant now() {
    return Timestamps.now(clock);
  }
}
