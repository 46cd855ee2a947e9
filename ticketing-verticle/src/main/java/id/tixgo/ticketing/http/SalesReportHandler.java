package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.sheet.Column;
import id.tixgo.common.sheet.Sheet;
import id.tixgo.common.sheet.SheetFormat;
import id.tixgo.common.sheet.Sheets;
import id.tixgo.common.sheet.Zone;
import id.tixgo.ticketing.domain.BookingQuery;
import id.tixgo.ticketing.domain.Bookings;
import id.tixgo.ticketing.domain.SalesReport;
import id.tixgo.ticketing.domain.SalesReport.Grouping;
import id.tixgo.ticketing.domain.SalesReport.Row;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code GET /reports/sales}: what was sold, as JSON or a spreadsheet; for staff. */
public final class SalesReportHandler {
  private final Vertx vertx;
  private final Bookings bookings;
  private final Sheets sheets;

  public SalesReportHandler(Vertx vertx, Bookings bookings, Sheets sheets) {
    this.vertx = requireNonNull(vertx);
    this.bookings = requireNonNull(bookings);
    this.sheets = requireNonNull(sheets);
  }

  public void register(Api api) {
    api.stream("salesReport", this::report);
  }

  private Future<?> report(Call call, HttpServerResponse response) {
    Zone zone = Zone.of(call);
    SheetFormat format = SheetFormat.of(call);
    Grouping grouping =
        Grouping.valueOf(call.query("group_by").orElse("type").toUpperCase(Locale.ROOT));
    BookingQuery all =
        new BookingQuery(call.query("event_id"), Optional.empty(), Optional.empty(), "");
    return bookings
        .list(all)
        .compose(found -> vertx.executeBlocking(() -> SalesReport.of(found, grouping, zone.id())))
        .compose(
            rows ->
                format == SheetFormat.JSON
                    ? Reply.json(200, json(columns(grouping), rows)).writeTo(call)
                    : sheets.write(call, response, format, sheet(call, grouping, rows)));
  }

  private static Sheet<Row> sheet(Call call, Grouping grouping, List<Row> rows) {
    String name = call.query("event_id").map(id -> "sales-" + id).orElse("sales");
    return new Sheet<>(name, columns(grouping), List.of(rows).iterator());
  }

  private static List<Map<String, Object>> json(List<Column<Row>> columns, List<Row> rows) {
    return rows.stream().map(row -> json(columns, row)).toList();
  }

  private static Map<String, Object> json(List<Column<Row>> columns, Row row) {
    Map<String, Object> members = new LinkedHashMap<>();
    columns.forEach(column -> members.put(column.name(), column.value().apply(row)));
    return members;
  }

  private static List<Column<Row>> columns(Grouping grouping) {
    List<Column<Row>> columns = new ArrayList<>(keys(grouping));
    columns.add(new Column<>("sold", Row::sold));
    columns.add(new Column<>("held", Row::held));
    columns.add(new Column<>("refunded", Row::refunded));
    columns.add(new Column<>("revenue", row -> row.revenue().major()));
    columns.add(new Column<>("currency", row -> row.revenue().currency()));
    return columns;
  }

  private static List<Column<Row>> keys(Grouping grouping) {
    return switch (grouping) {
      case TYPE ->
          List.of(
              new Column<>("ticket_type_id", row -> row.key().id()),
              new Column<>("name", row -> row.key().name()));
      case DAY -> List.of(new Column<>("day", row -> row.key().id()));
      case VOUCHER -> List.of(new Column<>("voucher", row -> row.key().id()));
    };
  }
}
