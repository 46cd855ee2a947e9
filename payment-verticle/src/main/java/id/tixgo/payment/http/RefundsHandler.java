package id.tixgo.payment.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.payment.client.TicketsInside;
import id.tixgo.payment.domain.Books;
import id.tixgo.payment.domain.MoneyRefusals;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.OrderAccess;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.Refund;
import id.tixgo.payment.domain.RefundChannel;
import id.tixgo.payment.domain.RefundState;
import id.tixgo.payment.domain.RefundSteps;
import id.tixgo.payment.domain.Refunds.Wanted;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Refunds of transactions and payments, and payouts that are made by hand; for admins. */
public final class RefundsHandler {
  private final Books books;
  private final RefundSteps refunds;
  private final TicketsInside inside;

  private record RefundBody(
      BigDecimal amount,
      String reason,
      String refundKey,
      List<String> tickets,
      boolean force,
      String refundTo) {
    Optional<RefundChannel> way() {
      return Optional.ofNullable(refundTo)
          .map(way -> RefundChannel.valueOf(way.toUpperCase(Locale.ROOT)));
    }
  }

  private record PayoutBody(String reference) {}

  RefundsHandler(Books books, RefundSteps refunds, TicketsInside inside) {
    this.books = requireNonNull(books);
    this.refunds = requireNonNull(refunds);
    this.inside = requireNonNull(inside);
  }

  void register(Api api) {
    api.on("refundTransaction", this::refundTransaction);
    api.on("refundPayment", this::refundPayment);
    api.on("getRefund", this::get);
    api.on("confirmRefund", this::confirm);
  }

  private Future<Reply> refundTransaction(Call call) {
    Order order = OrderAccess.ofTransaction(books.order(OrdersHandler.id(call)), call.caller());
    Payment payment =
        books.payments(order).stream()
            .filter(Payment::counted)
            .findFirst()
            .orElseThrow(MoneyRefusals::nothingPaid);
    return refund(call, order, payment);
  }

  private Future<Reply> refundPayment(Call call) {
    Payment payment = PaymentsHandler.payment(books, OrdersHandler.id(call), call);
    return refund(call, books.order(payment.orderId()).orElseThrow(), payment);
  }

  private Future<Reply> refund(Call call, Order order, Payment payment) {
    RefundBody body = call.body(RefundBody.class);
    Wanted wanted = wanted(body, payment, call.caller().username());
    return checkDoor(call, order, body)
        .compose(checked -> refunds.request(payment.id(), wanted))
        .map(RefundsHandler::answer);
  }

  private static Wanted wanted(RefundBody body, Payment payment, String by) {
    List<String> tickets = Objects.requireNonNullElse(body.tickets(), List.of());
    Optional<Money> amount =
        Optional.ofNullable(body.amount()).map(a -> money(a, payment.amount().currency()));
    if (!tickets.isEmpty() && amount.isEmpty()) {
      throw Problem.invalid("body.amount", "is required when tickets are named", "required");
    }
    String key =
        Optional.ofNullable(body.refundKey()).orElseGet(() -> UUID.randomUUID().toString());
    return new Wanted(key, amount, tickets, body.reason(), by, body.way());
  }

  private static Money money(BigDecimal amount, String currency) {
    return Money.of(amount, currency)
        .filter(money -> money.minor() > 0)
        .orElseThrow(() -> Problem.invalid("body.amount", "is no amount of " + currency, "amount"));
  }

  /** Who is inside already has had what was paid for. */
  private Future<Void> checkDoor(Call call, Order order, RefundBody body) {
    return body.force()
        ? Future.succeededFuture()
        : inside
            .isAny(order.offer(), call.caller(), call.scope())
            .compose(
                in ->
                    in ? Future.failedFuture(MoneyRefusals.checkedIn()) : Future.succeededFuture());
  }

  /** What isn't over is 202, what the gateway refused is its reason. */
  private static Reply answer(Refund refund) {
    if (refund.state() == RefundState.FAILED) {
      throw Problem.of(
              ProblemKind.CONFLICT, "REFUND_REFUSED", refund.note().orElse("It was refused."))
          .with("refund", RefundJson.of(refund));
    }
    return Reply.json(refund.state().isOpen() ? 202 : 200, RefundJson.of(refund))
        .withHeader("Location", "/refunds/" + refund.id());
  }

  private Future<Reply> get(Call call) {
    Refund refund = books.refund(OrdersHandler.id(call)).orElseThrow(MoneyRefusals::refundNotFound);
    return Future.succeededFuture(Reply.resource(RefundJson.of(refund)));
  }

  private Future<Reply> confirm(Call call) {
    long id = OrdersHandler.id(call);
    String reference = call.body(PayoutBody.class).reference();
    boolean isNews = books.refund(id).filter(refund -> refund.state().isOpen()).isPresent();
    return refunds
        .confirm(id, reference, call.caller())
        .onSuccess(
            refund -> {
              if (isNews) {
                HandLog.said(call, "payout " + refund.reference() + " confirmed", reference);
              }
            })
        .map(refund -> Reply.json(200, RefundJson.of(refund)));
  }
}
