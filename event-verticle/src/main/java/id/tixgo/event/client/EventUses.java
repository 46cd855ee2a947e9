package id.tixgo.event.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.clients.attendance.AttendanceClient;
import id.tixgo.common.clients.attendance.DoorNumbers;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.common.upstream.UpstreamResponses;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.stream.Stream;

/** Asks those who work with events what hangs on one, with the caller's own token. */
public final class EventUses {
  private static final String TYPES = "/ticket-types?limit=1000&event_id=";

  private final AttendanceClient attendance;
  private final UpstreamClient ticketing;

  /** What hangs on an event. */
  public record Uses(long checkIns, long sold, long held) {
    public boolean isAny() {
      return checkIns + sold + held > 0;
    }
  }

  private record TicketType(int sold, int held) {}

  public EventUses(AttendanceClient attendance, UpstreamClient ticketing) {
    this.attendance = requireNonNull(attendance);
    this.ticketing = requireNonNull(ticketing);
  }

  /** Fails when Attendance can't tell, or Ticketing doesn't. */
  public Future<Uses> of(String eventId, Caller caller, RequestScope scope) {
    Future<DoorNumbers> door = attendance.numbers(eventId, caller, scope);
    Future<Uses> sales = sales(eventId, caller, scope);
    return Future.all(door, sales).map(known -> uses(door.result(), sales.result()));
  }

  private Future<Uses> sales(String eventId, Caller caller, RequestScope scope) {
    return ticketing
        .send(
            ticketing
                .request(HttpMethod.GET, TYPES + UpstreamClient.segment(eventId))
                .bearerTokenAuthentication(caller.token()),
            Buffer.buffer(),
            scope)
        .map(answer -> sum(UpstreamResponses.read(answer, TicketType[].class)))
        .recover(EventUses::unreachable);
  }

  private static Uses sum(TicketType... types) {
    return new Uses(
        0,
        Stream.of(types).mapToLong(TicketType::sold).sum(),
        Stream.of(types).mapToLong(TicketType::held).sum());
  }

  /**
   * Where nothing is sold there is no Ticketing; where it is only away, the door knows of sales.
   */
  private static Future<Uses> unreachable(Throwable failure) {
    boolean away =
        failure instanceof Problem problem && problem.kind() == ProblemKind.UPSTREAM_UNREACHABLE;
    return away ? Future.succeededFuture(new Uses(0, 0, 0)) : Future.failedFuture(failure);
  }

  private static Uses uses(DoorNumbers door, Uses sales) {
    return new Uses(door.totalCheckedIn(), Math.max(door.totalSold(), sales.sold()), sales.held());
  }
}
