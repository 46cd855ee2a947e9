package id.tixgo.payment.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.sheet.Column;
import id.tixgo.common.sheet.Sheet;
import id.tixgo.common.sheet.SheetFormat;
import id.tixgo.common.sheet.Sheets;
import id.tixgo.common.sheet.Zone;
import id.tixgo.common.time.Timestamps;
import id.tixgo.payment.domain.Books;
import id.tixgo.payment.domain.Books.Snapshot;
import id.tixgo.payment.domain.MoneyGrouping;
import id.tixgo.payment.domain.Reconciliation;
import id.tixgo.payment.domain.Refund;
import id.tixgo.payment.domain.ReportPeriod;
import id.tixgo.payment.domain.RevenueReport;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** {@code /reports} of money; for admins. */
public final class MoneyReportsHandler {
  private final Books books;
  private final Sheets sheets;

  MoneyReportsHandler(Books books, Sheets sheets) {
    this.books = requireNonNull(books);
    this.sheets = requireNonNull(sheets);
  }

  void register(Api api) {
    api.stream("transactionsReport", this::transactions);
    api.stream("revenueReport", this::revenue);
    api.stream("refundsReport", this::refunds);
    api.on("reconciliationReport", this::reconciliation);
  }

  private Future<?> transactions(Call call, HttpServerResponse response) {
    Zone zone = Zone.of(call);
    ReportPeriod period = period(call, zone);
    return books
        .orders(
            Optional.empty(),
            order -> order.transaction().isPresent() && period.has(order.createdAt()))
        .compose(rows -> write(call, response, MoneySheets.transactions(time(call, zone)), rows));
  }

  private Future<?> revenue(Call call, HttpServerResponse response) {
    ReportPeriod period = period(call, Zone.of(call));
    MoneyGrouping grouping = grouping(call);
    return books
        .look(all -> RevenueReport.of(all, grouping, period))
        .compose(rows -> write(call, response, MoneySheets.revenue(), rows));
  }

  private Future<?> refunds(Call call, HttpServerResponse response) {
    Zone zone = Zone.of(call);
    ReportPeriod period = period(call, zone);
    return books
        .look(all -> refunds(all, period))
        .compose(rows -> write(call, response, MoneySheets.refunds(time(call, zone)), rows));
  }

  private static List<Refund> refunds(Snapshot all, ReportPeriod period) {
    return all.refunds()
        .filter(refund -> period.has(refund.createdAt()))
        .sorted(Comparator.comparingLong(Refund::id))
        .toList();
  }

  private static ReportPeriod period(Call call, Zone zone) {
    return new ReportPeriod(
        call.query("from").flatMap(Timestamps::parse),
        call.query("to").flatMap(Timestamps::parse),
        zone.id());
  }

  private static Function<Instant, Object> time(Call call, Zone zone) {
    return SheetFormat.of(call) == SheetFormat.JSON ? at -> at : zone::local;
  }

  private static MoneyGrouping grouping(Call call) {
    return MoneyGrouping.valueOf(call.query("group_by").orElse("day").toUpperCase(Locale.ROOT));
  }

  private <T> Future<?> write(
      Call call, HttpServerResponse response, List<Column<T>> columns, List<T> rows) {
    return sheets.write(call, response, SheetFormat.of(call), sheet(call, columns, rows));
  }

  private static <T> Sheet<T> sheet(Call call, List<Column<T>> columns, List<T> rows) {
    String path = call.request().path();
    return Sheet.of(path.substring(path.lastIndexOf('/') + 1), columns, rows);
  }

  private Future<Reply> reconciliation(Call call) {
    return books
        .look(all -> ReconciliationJson.of(Reconciliation.of(all)))
        .map(found -> Reply.json(200, found));
  }
}
