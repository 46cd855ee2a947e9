package id.tixgo.event.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.client.Answers;
import id.tixgo.common.client.Neighbour;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.token.Caller;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.util.Optional;

/** Asks Attendance, with the caller's own token. Any status is an answer. */
public final class AttendanceClient {
  private final Neighbour attendance;

  record Total(Long totalCheckedIn) {
    Total {
      requireNonNull(totalCheckedIn);
    }
  }

  public AttendanceClient(Neighbour attendance) {
    this.attendance = requireNonNull(attendance);
  }

  /** {@code GET /attendance/{event_id}?<query>}; the query is encoded already. */
  public Future<HttpResponse<Buffer>> attendance(
      String eventId, String query, Caller caller, RequestScope scope) {
    HttpRequest<Buffer> request =
        attendance.request(
            HttpMethod.GET, "/attendance/" + Neighbour.segment(eventId) + "?" + query);
    return attendance.send(withToken(request, caller), Buffer.buffer(), scope);
  }

  /** How many tickets are checked in at an event; fails when Attendance can't tell. */
  public Future<Long> checkIns(String eventId, Caller caller, RequestScope scope) {
    return attendance(eventId, "records=false", caller, scope)
        .map(answer -> Answers.read(answer, Total.class).totalCheckedIn());
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
    return attendance.send(withToken(request, caller), body, scope);
  }

  private static HttpRequest<Buffer> withToken(HttpRequest<Buffer> request, Caller caller) {
    return request.bearerTokenAuthentication(caller.token());
  }
}
