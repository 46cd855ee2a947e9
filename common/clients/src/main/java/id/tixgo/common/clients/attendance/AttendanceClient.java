package id.tixgo.common.clients.attendance;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.common.upstream.UpstreamResponses;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.util.Optional;

/** Asks Attendance, with the caller's own token. Any status is an answer. */
public final class AttendanceClient {
  private final UpstreamClient attendance;

  public AttendanceClient(UpstreamClient attendance) {
    this.attendance = requireNonNull(attendance);
  }

  /** {@code GET}, at a path and query that are encoded already. */
  public Future<HttpResponse<Buffer>> get(String uri, Caller caller, RequestScope scope) {
    return send(attendance.request(HttpMethod.GET, uri), Buffer.buffer(), caller, scope);
  }

  /** {@code GET /attendance/{event_id}?<query>}; the query is encoded already. */
  public Future<HttpResponse<Buffer>> attendance(
      String eventId, String query, Caller caller, RequestScope scope) {
    return get("/attendance/" + UpstreamClient.segment(eventId) + "?" + query, caller, scope);
  }

  /** An event's numbers; fails when Attendance can't tell them. */
  public Future<DoorNumbers> numbers(String eventId, Caller caller, RequestScope scope) {
    return get("/attendance/" + UpstreamClient.segment(eventId) + "/stats", caller, scope)
        .map(answer -> UpstreamResponses.read(answer, DoorNumbers.class));
  }

  /** Whether a ticket has let somebody in at an event; for staff. Fails when nobody can tell. */
  public Future<Boolean> hasEntered(
      String eventId, String ticket, Caller caller, RequestScope scope) {
    String uri =
        "/attendance/"
            + UpstreamClient.segment(eventId)
            + "/scans?kind=check_in&limit=1&ticket_id="
            + UpstreamClient.segment(ticket);
    return get(uri, caller, scope).map(AttendanceClient::isAny);
  }

  private static boolean isAny(HttpResponse<Buffer> answer) {
    if (answer.statusCode() != 200) {
      throw Problem.of(
          ProblemKind.UPSTREAM_UNREACHABLE,
          "The attendance service answered " + answer.statusCode() + ".");
    }
    return !answer.bodyAsJsonArray().isEmpty();
  }

  /**
   * {@code POST /checkins} with a JSON body.
   *
   * @param key the caller's {@code Idempotency-Key}, which Attendance looks after
   */
  public Future<HttpResponse<Buffer>> checkIn(
      Buffer body, Optional<String> key, Caller caller, RequestScope scope) {
    HttpRequest<Buffer> request =
        attendance
            .request(HttpMethod.POST, "/checkins")
            .putHeader("Content-Type", "application/json");
    key.ifPresent(name -> request.putHeader("Idempotency-Key", name));
    return send(request, body, caller, scope);
  }

  private Future<HttpResponse<Buffer>> send(
      HttpRequest<Buffer> request, Buffer body, Caller caller, RequestScope scope) {
    return attendance.send(request.bearerTokenAuthentication(caller.token()), body, scope);
  }
}
