package id.tixgo.report.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.scope.RequestScope;
import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Counts what is known here together with who has entered. */
public final class EventCounting {
  /** So many events at once. */
  private static final int AT_ONCE = 16;

  private final EventReports reports;
  private final DoorSource doors;

  public EventCounting(EventReports reports, DoorSource doors) {
    this.reports = requireNonNull(reports);
    this.doors = requireNonNull(doors);
  }

  /** One event's figures; fails when nobody can tell who has entered. */
  public Future<EventFigures> of(ReportedEvent event, ZoneId zone, RequestScope scope) {
    return doors
        .doors(event.id(), scope)
        .compose(
            entered ->
                reports
                    .sales(event.id())
                    .map(sales -> EventFigures.of(event, sales, entered, zone)));
  }

  /** Those of many, in the same order. */
  public Future<List<EventFigures>> of(
      List<ReportedEvent> events, ZoneId zone, RequestScope scope) {
    return further(events, zone, scope, new ArrayList<>());
  }

  private Future<List<EventFigures>> further(
      List<ReportedEvent> events, ZoneId zone, RequestScope scope, List<EventFigures> counted) {
    if (counted.size() == events.size()) {
      return Future.succeededFuture(counted);
    }
    int to = Math.min(counted.size() + AT_ONCE, events.size());
    List<Future<EventFigures>> next =
        events.subList(counted.size(), to).stream().map(event -> of(event, zone, scope)).toList();
    return Future.all(next)
        .compose(
            all -> {
              counted.addAll(all.list());
              return further(events, zone, scope, counted);
            });
  }
}
