package id.tixgo.payment.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.scope.RequestKey;
import id.tixgo.payment.domain.Books;
import id.tixgo.payment.domain.Checkout;
import id.tixgo.payment.domain.Offer;
import id.tixgo.payment.domain.Offers;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.OrderAccess;
import id.tixgo.payment.domain.Payment;
import io.vertx.core.Future;
import java.util.Optional;

/** {@code /payments} and {@code /checkout}, without refunds. */
public final class PaymentsHandler {
  private final Books books;
  private final Offers offers;
  private final Checkout checkout;
  private final KeyedSteps keyed;

  private record ConfirmBody(String reference, String reason) {}

  private record CheckoutJson(OrderJson order, TransactionJson transaction, PaymentJson payment) {}

  PaymentsHandler(Books books, Offers offers, Checkout checkout, KeyedSteps keyed) {
    this.books = requireNonNull(books);
    this.offers = requireNonNull(offers);
    this.checkout = requireNonNull(checkout);
    this.keyed = requireNonNull(keyed);
  }

  void register(Api api) {
    api.on("checkout", call -> keyed.run(call, key -> checkout(call, key)));
    api.on("createPayment", call -> keyed.run(call, key -> create(call, key)));
    api.on("getPayment", this::get);
    api.on("confirmPaymentByHand", this::confirm);
  }

  private Future<Reply> checkout(Call call, Optional<RequestKey> key) {
    return checkout
        .again(key)
        .orElseGet(() -> begin(call, key))
        .map(payment -> Reply.json(201, whole(call, payment)));
  }

  private Future<Payment> begin(Call call, Optional<RequestKey> key) {
    PayBody body = call.body(PayBody.class);
    return offers
        .find(body.type(), body.sold(), call.caller(), call.scope())
        .map(offer -> OrderAccess.offer(offer, call.caller()))
        .compose(offer -> pay(call, key, offer));
  }

  private Future<Payment> pay(Call call, Optional<RequestKey> key, Offer offer) {
    PayBody body = call.body(PayBody.class);
    Offer payable = OrderAccess.payable(offer, body.choice().method(), call.caller());
    return checkout.pay(payable, body.choice(), key, call.scope().deadline());
  }

  private CheckoutJson whole(Call call, Payment payment) {
    Order order = books.order(payment.orderId()).orElseThrow();
    return new CheckoutJson(
        OrderJson.of(order), TransactionJson.of(order, books, call.caller()), json(call, payment));
  }

  private static PaymentJson json(Call call, Payment payment) {
    return PaymentJson.of(payment, OrderAccess.isAdmin(call.caller()));
  }

  private Future<Reply> create(Call call, Optional<RequestKey> key) {
    PayBody body = call.body(PayBody.class);
    Offer known =
        OrderAccess.ofTransaction(books.order(body.transactionId()), call.caller()).offer();
    return checkout
        .again(key)
        .orElseGet(
            () ->
                offers
                    .find(known.serviceType(), known.serviceId(), call.caller(), call.scope())
                    .compose(offer -> pay(call, key, offer)))
        .map(
            payment ->
                Reply.json(201, json(call, payment))
                    .withHeader("Location", "/payments/" + payment.id()));
  }

  private Future<Reply> get(Call call) {
    return Future.succeededFuture(
        Reply.resource(json(call, payment(books, OrdersHandler.id(call), call))));
  }

  /** A payment that the caller may see; fails with {@code NOT_FOUND}. */
  static Payment payment(Books books, long id, Call call) {
    return OrderAccess.payment(books, books.payment(id), call.caller());
  }

  private Future<Reply> confirm(Call call) {
    ConfirmBody body = call.body(ConfirmBody.class);
    String reference = body.reference() + ": " + body.reason();
    long id = OrdersHandler.id(call);
    boolean isNews = books.payment(id).filter(Payment::isPaid).isEmpty();
    return checkout
        .confirm(id, reference, call.caller().username())
        .onSuccess(
            payment -> {
              if (isNews) {
                HandLog.said(call, "payment " + payment.reference() + " confirmed", reference);
              }
            })
        .map(payment -> Reply.json(200, PaymentJson.of(payment)));
  }
}
