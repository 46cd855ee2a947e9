package id.tixgo.portal.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.attendance.RecordPages;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.ChunkedBody;
import id.tixgo.common.problem.Problem;
import id.tixgo.portal.client.PortalAttendance;
import id.tixgo.portal.domain.EventInfo;
import id.tixgo.portal.domain.Stats;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.Optional;

/** {@code GET /api/attendance/{event_id}}: an event's numbers and check-ins, streamed. */
public final class PortalAttendanceHandler {
  private static final int PAGE = 250;

  private final Vertx vertx;
  private final PortalAttendance attendance;

  private record Head(
      String eventId,
      String eventName,
      long totalRegistered,
      long totalCheckedIn,
      long checkinPercentage) {
    static Head of(String eventId, EventInfo event, Stats stats) {
      return new Head(
          eventId,
          event.title(),
          stats.totalRegistered(),
          stats.totalCheckedIn(),
          stats.checkinPercentage());
    }

    /** The answer up to its first check-in. */
    String open() {
      return Json.encode(this).replaceFirst("}$", ",\"checkins\":[");
    }
  }

  public PortalAttendanceHandler(Vertx vertx, PortalAttendance attendance) {
    this.vertx = requireNonNull(vertx);
    this.attendance = requireNonNull(attendance);
  }

  public void register(Api api) {
    api.stream("eventAttendance", this::handle);
  }

  private Future<?> handle(Call call, HttpServerResponse response) {
    String id = call.path("event_id");
    Future<Optional<EventInfo>> event = attendance.event(id, call);
    Future<Stats> stats = attendance.stats(id, call);
    Future<HttpResponse<Buffer>> first =
        attendance.records(id, "limit=" + PAGE, call.caller(), call.scope());
    return Future.all(event, stats, first)
        .compose(all -> write(call, response, head(id, event, stats, first), first.result()));
  }

  /** The count is the one that the records belong to. */
  private static Head head(
      String id,
      Future<Optional<EventInfo>> event,
      Future<Stats> stats,
      Future<HttpResponse<Buffer>> first) {
    EventInfo known = event.result().orElseThrow(() -> Problem.notFound("Event not found"));
    long total = PortalAttendance.total(first.result()).orElse(stats.result().totalCheckedIn());
    return Head.of(id, known, new Stats(stats.result().totalRegistered(), total));
  }

  private Future<Void> write(
      Call call, HttpServerResponse response, Head head, HttpResponse<Buffer> first) {
    RecordPages pages =
        new RecordPages(
            first,
            head.open(),
            "]}",
            PortalAttendanceHandler::checkIn,
            cursor -> later(call, head.eventId(), first, cursor));
    response.putHeader("Content-Type", "application/json");
    return ChunkedBody.write(vertx, call.request(), response, pages);
  }

  private Future<HttpResponse<Buffer>> later(
      Call call, String eventId, HttpResponse<Buffer> first, String cursor) {
    return attendance.records(
        eventId, RecordPages.query(first, PAGE, cursor), call.caller(), call.scope().renewed());
  }

  private static JsonObject checkIn(JsonObject record) {
    return new JsonObject()
        .put("checkin_id", record.getString("checkin_id"))
        .put("ticket_id", record.getString("ticket_id"))
        .put("user_id", record.getString("checked_in_by"))
        .put("checkin_time", record.getString("checked_in_at"))
        .put("location", record.getString("gate"));
  }
}
