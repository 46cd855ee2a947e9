package id.tixgo.event.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.attendance.AttendanceClient;
import id.tixgo.common.clients.attendance.RecordPages;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.ChunkedBody;
import id.tixgo.common.http.ETags;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Reply;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.Events;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.client.HttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What Event asks Attendance for: an event's check-ins, its summary, and a check-in. */
public final class EventAttendanceHandler {
  private static final int PAGE = 250;
  private static final List<String> PART = List.of("limit", "cursor", "up_to", "records");

  private final Vertx vertx;
  private final Events events;
  private final ShownEvents shown;
  private final AttendanceClient attendance;

  private record CheckInBody(String ticketId, String gate, String deviceId) {}

  private record CheckIn(String eventId, String ticketId, String gate, String deviceId) {}

  public EventAttendanceHandler(
      Vertx vertx, Events events, ShownEvents shown, AttendanceClient attendance) {
    this.shown = requireNonNull(shown);
    this.vertx = requireNonNull(vertx);
    this.events = requireNonNull(events);
    this.attendance = requireNonNull(attendance);
  }

  public void register(Api api) {
    api.on("checkInAtEvent", this::checkIn);
    api.stream("eventAttendance", this::attendance);
    api.stream("eventSummary", this::summary);
  }

  private Future<Reply> checkIn(Call call) {
    Event event = events.find(call.path("id"));
    CheckInBody body = call.body(CheckInBody.class);
    CheckIn checkIn = new CheckIn(event.id(), body.ticketId(), body.gate(), body.deviceId());
    return attendance
        .checkIn(JsonFormat.encode(checkIn), KeyedRequests.key(call), call.caller(), call.scope())
        .map(Forwarded::reply);
  }

  private Future<?> attendance(Call call, HttpServerResponse response) {
    Event event = events.find(call.path("id"), call.caller());
    return isPart(call)
        ? ask(call, event, part(call)).compose(answer -> forwardIfNew(call, answer, response))
        : all(call, event, response, "", "");
  }

  private Future<?> summary(Call call, HttpServerResponse response) {
    Event event = events.find(call.path("id"), call.caller());
    String head = "{\"event\":" + Json.encode(shown.of(event, call.caller())) + ",\"attendance\":";
    return wantsRecords(call)
        ? all(call, event, response, head, "}")
        : ask(call, event, "records=false")
            .compose(
                answer ->
                    answer.statusCode() == 200
                        ? whole(response, head, answer)
                        : forward(call, answer));
  }

  private static Future<Void> whole(
      HttpServerResponse response, String head, HttpResponse<Buffer> answer) {
    response.putHeader("Content-Type", "application/json");
    return response.end(Buffer.buffer(head).appendBuffer(answer.body()).appendString("}"));
  }

  private Future<Void> all(
      Call call, Event event, HttpServerResponse response, String head, String tail) {
    return ask(call, event, "limit=" + PAGE)
        .compose(
            first -> {
              if (first.statusCode() != 200) {
                return forward(call, first);
              }
              if (head.isEmpty() && isKnown(call, first)) {
                return notModified(first, response);
              }
              response.putHeader("Content-Type", "application/json");
              copy(first, response, head.isEmpty() ? List.of("ETag", "X-Total-Count") : List.of());
              return ChunkedBody.write(
                  vertx,
                  call.request(),
                  response,
                  new RecordPages(
                      first,
                      head + opened(first),
                      "]}" + tail,
                      UnaryOperator.identity(),
                      more(call, event, first)));
            });
  }

  /** Attendance's own object up to its first record. */
  private static String opened(HttpResponse<Buffer> first) {
    String object = first.bodyAsJsonObject().putNull("records").encode();
    return object.replaceFirst("null}$", "[");
  }

  /** Later pages, up to what the first one counted. */
  private Function<String, Future<HttpResponse<Buffer>>> more(
      Call call, Event event, HttpResponse<Buffer> first) {
    return cursor ->
        attendance.attendance(
            event.id(),
            RecordPages.query(first, PAGE, cursor),
            call.caller(),
            call.scope().renewed());
  }

  private Future<HttpResponse<Buffer>> ask(Call call, Event event, String query) {
    return attendance.attendance(event.id(), query, call.caller(), call.scope());
  }

  private static Future<Void> forward(Call call, HttpResponse<Buffer> answer) {
    return Forwarded.reply(answer).writeTo(call);
  }

  private static Future<Void> forwardIfNew(
      Call call, HttpResponse<Buffer> answer, HttpServerResponse response) {
    return isKnown(call, answer) ? notModified(answer, response) : forward(call, answer);
  }

  private static boolean isKnown(Call call, HttpResponse<Buffer> answer) {
    return Optional.ofNullable(answer.getHeader("ETag"))
        .map(tag -> ETags.names(call.header("If-None-Match"), tag))
        .orElse(false);
  }

  private static Future<Void> notModified(
      HttpResponse<Buffer> answer, HttpServerResponse response) {
    copy(answer, response, List.of("ETag"));
    return response.setStatusCode(304).end();
  }

  private static void copy(
      HttpResponse<Buffer> answer, HttpServerResponse response, List<String> names) {
    for (String name : names) {
      Optional.ofNullable(answer.getHeader(name)).ifPresent(v -> response.putHeader(name, v));
    }
  }

  private static boolean wantsRecords(Call call) {
    return call.query("records").filter("false"::equals).isEmpty();
  }

  /** What is asked for, encoded anew: not every character of a query may be sent on. */
  private static String part(Call call) {
    return PART.stream()
        .flatMap(name -> call.query(name).map(value -> name + "=" + encoded(value)).stream())
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static boolean isPart(Call call) {
    return call.query("limit").isPresent()
        || call.query("cursor").isPresent()
        || !wantsRecords(call);
  }
}
