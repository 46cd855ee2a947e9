package id.tixgo.payment.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.payment.domain.Books;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.Payer;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.TopUps;
import id.tixgo.payment.domain.TopUps.Asked;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.util.Optional;

/** {@code POST /internal/topups}: Wallet has a user pay for money in his wallet. */
final class TopUpsHandler {
  private static final String CURRENCY = "IDR";

  private final Books books;
  private final TopUps topUps;

  private record TopUpBody(
      String reference,
      long userId,
      String username,
      BigDecimal amount,
      String paymentMethod,
      String paymentGateway,
      String returnUrl) {
    private Asked asked() {
      return new Asked(
          reference,
          new Payer(userId, username),
          Money.of(amount, CURRENCY)
              .filter(money -> money.minor() > 0)
              .orElseThrow(() -> Problem.invalid("body.amount", "is no amount", "amount")),
          Optional.ofNullable(paymentMethod).flatMap(PaymentMethod::of),
          Optional.ofNullable(paymentGateway),
          Optional.ofNullable(returnUrl));
    }
  }

  private record TopUpJson(long orderId, String orderStatus, PaymentJson payment) {}

  TopUpsHandler(Books books, TopUps topUps) {
    this.books = requireNonNull(books);
    this.topUps = requireNonNull(topUps);
  }

  void register(Api api) {
    api.on("beginTopUp", this::begin);
  }

  private Future<Reply> begin(Call call) {
    return topUps
        .begin(call.body(TopUpBody.class).asked(), call.scope().deadline())
        .map(payment -> Reply.json(201, json(payment)));
  }

  private TopUpJson json(Payment payment) {
    Order order = books.order(payment.orderId()).orElseThrow();
    return new TopUpJson(order.id(), order.status().name(), PaymentJson.of(payment, false));
  }
}
