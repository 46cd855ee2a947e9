package id.tixgo.payment.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.scope.Origins;
import id.tixgo.payment.domain.Books;
import id.tixgo.payment.domain.EventRefund;
import id.tixgo.payment.domain.Refund;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /refunds/events}: a cancelled event's money, order by order; for admins. */
final class EventRefundsHandler {
  private final Books books;

  private record AgainBody(boolean payouts) {}

  private record EventRefundJson(
      long orderId,
      String orderNumber,
      String result,
      BigDecimal amount,
      String currency,
      Long refundId,
      String reason) {
    static EventRefundJson of(EventRefund row) {
      return new EventRefundJson(
          row.order().id(),
          row.order().number(),
          word(row),
          row.amount().major(),
          row.amount().currency(),
          row.refund().map(Refund::id).orElse(null),
          row.reason().orElse(null));
    }

    static String word(EventRefund row) {
      return row.result().name().toLowerCase(Locale.ROOT);
    }
  }

  EventRefundsHandler(Books books) {
    this.books = requireNonNull(books);
  }

  void register(Api api) {
    api.on("listEventRefunds", this::list);
    api.on("refundEvent", this::sendAgain);
  }

  private Future<Reply> list(Call call) {
    return books.eventRefunds(call.path("event_id")).map(rows -> page(call, 200, rows));
  }

  /** What is back or on its way isn't touched: it is sent again only when something failed. */
  private Future<Reply> sendAgain(Call call) {
    String event = call.path("event_id");
    boolean payouts = call.hasBody() && call.body(AgainBody.class).payouts();
    return Origins.here(books.eventRefunds(event))
        .compose(
            rows ->
                rows.stream().anyMatch(row -> row.canBeSent(payouts))
                    ? books.refundEvent(event, payouts).compose(begun -> books.eventRefunds(event))
                    : Future.succeededFuture(rows))
        .map(rows -> page(call, status(rows), rows));
  }

  private static int status(List<EventRefund> rows) {
    return rows.stream().anyMatch(row -> row.result().isOnItsWay()) ? 202 : 200;
  }

  /** From the last order on that was shown: results change between two pages. */
  private static Reply page(Call call, int status, List<EventRefund> rows) {
    List<EventRefund> found = found(rows, call.query("result"));
    Page<EventRefund> page =
        Page.after(found, row -> row.order().id(), Page.cursor(call), Page.limit(call));
    return page.describe(
        call, Reply.json(status, page.items().stream().map(EventRefundJson::of).toList()));
  }

  private static List<EventRefund> found(List<EventRefund> rows, Optional<String> result) {
    return result
        .map(word -> rows.stream().filter(row -> word.equals(EventRefundJson.word(row))).toList())
        .orElse(rows);
  }
}
