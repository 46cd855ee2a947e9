package id.tixgo.portal.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.clients.attendance.AttendanceClient;
import id.tixgo.common.clients.attendance.RecordPages;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.IdempotentReplay;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Page;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.common.upstream.UpstreamResponses;
import id.tixgo.portal.domain.CheckIn;
import id.tixgo.portal.domain.EventInfo;
import id.tixgo.portal.domain.Stats;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Asks Attendance, and Event behind it, with the caller's own token. What they refuse fails with
 * their problem.
 */
public final class PortalAttendance {
  private final AttendanceClient attendance;

  record Passed(CheckIn record) {
    Passed {
      requireNonNull(record);
    }
  }

  record Mine(List<CheckIn> checkins) {
    Mine {
      checkins = List.copyOf(checkins);
    }
  }

  public PortalAttendance(AttendanceClient attendance) {
    this.attendance = requireNonNull(attendance);
  }

  /** Empty when there is no such event. */
  public Future<Optional<EventInfo>> event(String id, Call call) {
    if (id.equals(".") || id.equals("..")) {
      return Future.succeededFuture(Optional.empty());
    }
    return get("/events/" + UpstreamClient.segment(id), call)
        .map(
            answer ->
                answer.statusCode() == 404
                    ? Optional.empty()
                    : Optional.of(UpstreamResponses.read(answer, EventInfo.class)));
  }

  public Future<Stats> stats(String eventId, Call call) {
    return get("/attendance/" + UpstreamClient.segment(eventId) + "/stats", call)
        .map(answer -> UpstreamResponses.read(answer, Stats.class));
  }

  /** A page of an event's check-ins, as it came; the query is encoded already. */
  public Future<HttpResponse<Buffer>> records(
      String eventId, String query, Caller caller, RequestScope scope) {
    return attendance.attendance(eventId, query, caller, scope).map(UpstreamResponses::success);
  }

  /** Lets a ticket in; the body is Attendance's, in JSON. */
  public Future<CheckIn> checkIn(Object body, Call call) {
    Buffer json = JsonFormat.encode(body);
    return attendance
        .checkIn(json, KeyedRequests.key(call), call.caller(), call.scope())
        .map(answer -> passed(answer, call));
  }

  private static CheckIn passed(HttpResponse<Buffer> answer, Call call) {
    IdempotentReplay.pass(answer.headers(), call);
    return UpstreamResponses.read(answer, Passed.class).record();
  }

  /** A page of what the caller let in. */
  public Future<Page<CheckIn>> mine(Optional<String> eventId, Call call) {
    String query = "limit=" + Page.limit(call) + "&cursor=" + Page.cursor(call);
    String event = eventId.map(id -> "&event_id=" + encoded(id)).orElse("");
    return get("/checkins?" + query + event, call).map(PortalAttendance::page);
  }

  private static Page<CheckIn> page(HttpResponse<Buffer> answer) {
    List<CheckIn> items = UpstreamResponses.read(answer, Mine.class).checkins();
    return new Page<>(
        items, RecordPages.nextCursor(answer), total(answer).orElse((long) items.size()));
  }

  /** The answer's {@code X-Total-Count}. */
  public static Optional<Long> total(HttpResponse<Buffer> answer) {
    return Optional.ofNullable(answer.getHeader("X-Total-Count"))
        .filter(count -> count.matches("\\d{1,18}"))
        .map(Long::valueOf);
  }

  private Future<HttpResponse<Buffer>> get(String uri, Call call) {
    return attendance.get(uri, call.caller(), call.scope());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
