package id.tixgo.report.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.http.WhoAsks;
import id.tixgo.common.sheet.Column;
import id.tixgo.common.sheet.Sheet;
import id.tixgo.common.sheet.SheetFormat;
import id.tixgo.common.sheet.Sheets;
import id.tixgo.common.sheet.Zone;
import id.tixgo.report.domain.EventAccess;
import id.tixgo.report.domain.EventCounting;
import id.tixgo.report.domain.EventFigures;
import id.tixgo.report.domain.EventReports;
import id.tixgo.report.domain.ReportedEvent;
import id.tixgo.report.http.EventReportSheets.EventRow;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code /reports/events} and {@code /reports/events/{id}}: for organisers. */
public final class EventReportsHandler {
  private static final String BY_HOUR = "hour";

  private final EventReports reports;
  private final EventCounting counting;
  private final Sheets sheets;

  public EventReportsHandler(EventReports reports, EventCounting counting, Sheets sheets) {
    this.reports = requireNonNull(reports);
    this.counting = requireNonNull(counting);
    this.sheets = requireNonNull(sheets);
  }

  public void register(Api api) {
    api.stream("getEventReport", this::one);
    api.stream("listEventReports", this::all);
  }

  private Future<?> one(Call call, HttpServerResponse response) {
    Zone zone = Zone.of(call);
    ReportedEvent event = EventAccess.expectSees(WhoAsks.of(call), reports.event(call.path("id")));
    return counting
        .of(event, zone.id(), call.scope())
        .compose(sum -> one(call, response, sum, zone));
  }

  private Future<?> one(Call call, HttpServerResponse response, EventFigures sum, Zone zone) {
    if (SheetFormat.of(call) == SheetFormat.JSON) {
      return Reply.json(200, EventReportJson.of(sum, zone.id().getId())).writeTo(call);
    }
    String name = "event-" + sum.event().id();
    return call.query("group_by").filter(BY_HOUR::equals).isPresent()
        ? write(call, response, name, EventReportSheets.hours(), EventReportJson.hours(sum))
        : write(call, response, name, EventReportSheets.types(), EventReportJson.types(sum));
  }

  private Future<?> all(Call call, HttpServerResponse response) {
    Zone zone = Zone.of(call);
    Optional<Caller> who = WhoAsks.of(call);
    Function<Instant, Object> time =
        SheetFormat.of(call) == SheetFormat.JSON ? at -> at : zone::local;
    return reports
        .events()
        .map(all -> all.stream().filter(event -> EventAccess.sees(who, event)).toList())
        .compose(own -> counting.of(own, zone.id(), call.scope()))
        .map(sums -> rows(sums, zone))
        .compose(rows -> write(call, response, "events", EventReportSheets.events(time), rows));
  }

  private static List<EventRow> rows(List<EventFigures> sums, Zone zone) {
    return sums.stream().flatMap(sum -> EventRow.of(sum, zone.id().getId())).toList();
  }

  private <T> Future<?> write(
      Call call, HttpServerResponse response, String name, List<Column<T>> columns, List<T> rows) {
    return sheets.write(call, response, SheetFormat.of(call), Sheet.of(name, columns, rows));
  }
}
