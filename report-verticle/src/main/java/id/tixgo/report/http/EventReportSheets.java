package id.tixgo.report.http;

import id.tixgo.common.sheet.Column;
import id.tixgo.report.domain.EventFigures;
import id.tixgo.report.http.EventReportJson.HourJson;
import id.tixgo.report.http.EventReportJson.TotalJson;
import id.tixgo.report.http.EventReportJson.TypeJson;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The columns of events' reports, the same in JSON and in spreadsheets. */
final class EventReportSheets {
  private EventReportSheets() {}

  /** An event's figures, in one currency. */
  record EventRow(EventReportJson event, TotalJson total) {
    static Stream<EventRow> of(EventFigures sum, String zone) {
      EventReportJson event = EventReportJson.of(sum, zone);
      return event.totals().stream().map(total -> new EventRow(event, total));
    }
  }

  static List<Column<EventRow>> events(Function<Instant, Object> time) {
    return List.of(
        new Column<>("event_id", row -> row.event().eventId()),
        new Column<>("title", row -> row.event().title()),
        new Column<>("start_time", row -> time.apply(row.event().startTime())),
        new Column<>("status", row -> row.event().status()),
        new Column<>("sold", row -> row.event().sold()),
        new Column<>("refunded", row -> row.event().refunded()),
        new Column<>("checked_in", row -> row.event().checkedIn()),
        new Column<>("no_shows", row -> row.event().noShows()),
        new Column<>("revenue", row -> row.total().revenue()),
        new Column<>("refunds", row -> row.total().refunds()),
        new Column<>("online_paid", row -> row.total().onlinePaid()),
        new Column<>("online_refunds", row -> row.total().onlineRefunds()),
        new Column<>("currency", row -> row.total().currency()));
  }

  static List<Column<TypeJson>> types() {
    return List.of(
        new Column<>("ticket_type_id", TypeJson::ticketTypeId),
        new Column<>("ticket_type", TypeJson::ticketType),
        new Column<>("sold", TypeJson::sold),
        new Column<>("refunded", TypeJson::refunded),
        new Column<>("checked_in", TypeJson::checkedIn),
        new Column<>("no_shows", TypeJson::noShows),
        new Column<>("revenue", TypeJson::revenue),
        new Column<>("refunds", TypeJson::refunds),
        new Column<>("currency", TypeJson::currency));
  }

  static List<Column<HourJson>> hours() {
    return List.of(
        new Column<>("hour", HourJson::hour),
        new Column<>("sold", HourJson::sold),
        new Column<>("refunded", HourJson::refunded),
        new Column<>("checked_in", HourJson::checkedIn),
        new Column<>("revenue", HourJson::revenue),
        new Column<>("refunds", HourJson::refunds),
        new Column<>("currency", HourJson::currency));
  }
}
