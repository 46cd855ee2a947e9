package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.attendance.domain.EventStats;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code GET /attendance/{event_id}/stats}: numbers that are kept, not counted. */
public final class StatsHandler {
  private final AttendanceQueries store;
  private final AwaitedSeq awaited;

  private record Minute(Instant minute, long checkedIn) {}

  private record Device(String deviceId, Instant lastSeenAt) {}

  private record Body(
      String eventId,
      long seq,
      long totalRegistered,
      long totalSold,
      long totalCheckedIn,
      double checkinPercentage,
      long inside,
      Map<String, Long> perGate,
      Map<String, Long> perStaff,
      Map<String, Long> perTicketType,
      List<Minute> perMinute,
      Map<String, Long> refused,
      List<Device> devices,
      Instant lastScanAt) {}

  public StatsHandler(AttendanceQueries store, AwaitedSeq awaited) {
    this.store = requireNonNull(store);
    this.awaited = requireNonNull(awaited);
  }

  public void register(Api api) {
    api.on("stats", this::handle);
    api.on("internalStats", this::toldServices);
  }

  private Future<Reply> handle(Call call) {
    String eventId = DeviceLimits.event(call);
    return awaited.inStats(call, eventId).map(here -> numbers(call, eventId));
  }

  private Reply numbers(Call call, String eventId) {
    boolean whole = call.query("minutes").filter("all"::equals).isPresent();
    EventStats stats = whole ? store.wholeStats(eventId) : store.stats(eventId);
    boolean names = call.caller().role().seesScans();
    return Reply.json(200, body(eventId, names ? stats : stats.withoutNames()));
  }

  private Future<Reply> toldServices(Call call) {
    String eventId = call.path("event_id");
    return Future.succeededFuture(
        Reply.json(200, body(eventId, store.wholeStats(eventId).withoutNames())));
  }

  static Object body(String eventId, EventStats stats) {
    return new Body(
        eventId,
        stats.counts().lastSeq(),
        stats.registered(),
        stats.sold(),
        stats.counts().checkedIn(),
        percentage(stats),
        stats.counts().inside(),
        new TreeMap<>(stats.gateToCount()),
        new TreeMap<>(stats.staffToCount()),
        new TreeMap<>(stats.typeToCount()),
        minutes(stats),
        new TreeMap<>(stats.refusalToCount()),
        devices(stats),
        stats.lastScanAt().orElse(null));
  }

  /** With one decimal; 0 without a list. */
  private static double percentage(EventStats stats) {
    return stats.registered() == 0
        ? 0
        : Math.round(1000.0 * stats.counts().checkedIn() / stats.registered()) / 10.0;
  }

  private static List<Minute> minutes(EventStats stats) {
    return new TreeMap<>(stats.minuteToCount())
        .entrySet().stream().map(m -> new Minute(m.getKey(), m.getValue())).toList();
  }

  private static List<Device> devices(EventStats stats) {
    return new TreeMap<>(stats.deviceToLastSeen())
        .entrySet().stream().map(d -> new Device(d.getKey(), d.getValue())).toList();
  }
}
