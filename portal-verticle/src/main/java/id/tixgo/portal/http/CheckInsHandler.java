package id.tixgo.portal.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.portal.client.PortalAttendance;
import id.tixgo.portal.domain.CheckIn;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /api/checkins}: letting a ticket in, and what the caller let in. */
public final class CheckInsHandler {
  private static final String NOT_FOUND = "Event or ticket not found";

  private final PortalAttendance attendance;
  private final EventNames names;

  private record Body(
      String eventId, String ticketId, String gate, String deviceId, String direction) {}

  private record Passed(
      String checkinId,
      String eventId,
      String ticketId,
      String userId,
      Instant checkinTime,
      String status) {}

  private record Mine(String userId, List<Item> checkins) {}

  private record Item(
      String checkinId, String eventId, String eventName, String ticketId, Instant checkinTime) {}

  public CheckInsHandler(PortalAttendance attendance) {
    this.attendance = requireNonNull(attendance);
    this.names = new EventNames(attendance);
  }

  public void register(Api api) {
    api.on("checkIn", this::checkIn);
    api.on("myCheckins", this::mine);
  }

  private Future<Reply> checkIn(Call call) {
    Body body = call.body(Body.class);
    return attendance
        .event(body.eventId(), call)
        .map(event -> event.orElseThrow(() -> Problem.notFound(NOT_FOUND)))
        .compose(event -> attendance.checkIn(body, call))
        .map(checkIn -> Reply.json(201, passed(checkIn, call)))
        .recover(failure -> Future.failedFuture(told(failure)));
  }

  private static Passed passed(CheckIn checkIn, Call call) {
    return new Passed(
        checkIn.checkinId(),
        checkIn.eventId(),
        checkIn.ticketId(),
        call.caller().username(),
        checkIn.checkedInAt(),
        "success");
  }

  /** Attendance's refusals as this API tells them; the code still says which it is. */
  private static Throwable told(Throwable failure) {
    if (!(failure instanceof Problem problem)) {
      return failure;
    }
    return switch (problem.kind()) {
      case CONFLICT -> problem.as(ProblemKind.BAD_REQUEST, "Invalid ticket or already checked in");
      case NOT_FOUND -> problem.as(ProblemKind.NOT_FOUND, NOT_FOUND);
      default -> problem;
    };
  }

  private Future<Reply> mine(Call call) {
    Optional<String> eventId = call.query("event_id");
    Future<Page<CheckIn>> page = attendance.mine(eventId, call);
    Future<Map<String, String>> known =
        eventId.isPresent()
            ? names.of(Set.of(eventId.get()), call)
            : page.compose(p -> names.of(events(p), call));
    return Future.all(page, known).map(both -> reply(call, page.result(), known.result()));
  }

  private static Set<String> events(Page<CheckIn> page) {
    return page.items().stream().map(CheckIn::eventId).collect(Collectors.toSet());
  }

  private static Reply reply(Call call, Page<CheckIn> page, Map<String, String> idToName) {
    List<Item> items = page.items().stream().map(c -> item(c, idToName)).toList();
    return page.describe(call, Reply.json(200, new Mine(call.caller().username(), items)));
  }

  private static Item item(CheckIn checkIn, Map<String, String> idToName) {
    return new Item(
        checkIn.checkinId(),
        checkIn.eventId(),
        idToName.get(checkIn.eventId()),
        checkIn.ticketId(),
        checkIn.checkedInAt());
  }
}
