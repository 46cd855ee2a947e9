package id.tixgo.payment.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.scope.RequestKey;
import id.tixgo.common.time.Timestamps;
import id.tixgo.payment.domain.Books;
import id.tixgo.payment.domain.Checkout;
import id.tixgo.payment.domain.Offer;
import id.tixgo.payment.domain.Offers;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.OrderAccess;
import id.tixgo.payment.domain.Orders;
import id.tixgo.payment.domain.Payment;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /transactions}, without refunds. */
public final class TransactionsHandler {
  private final Books books;
  private final Offers offers;
  private final Checkout checkout;
  private final KeyedSteps keyed;

  private record MetadataBody(Map<String, String> metadata) {}

  private record CancelBody(String reason) {}

  TransactionsHandler(Books books, Offers offers, Checkout checkout, KeyedSteps keyed) {
    this.books = requireNonNull(books);
    this.offers = requireNonNull(offers);
    this.checkout = requireNonNull(checkout);
    this.keyed = requireNonNull(keyed);
  }

  void register(Api api) {
    api.on("createTransaction", call -> keyed.run(call, key -> create(call, key)));
    api.on("listTransactions", this::list);
    api.on("getTransaction", this::get);
    api.on("updateTransaction", this::describe);
    api.on("cancelTransaction", this::cancel);
  }

  private Future<Reply> create(Call call, Optional<RequestKey> key) {
    PayBody body = call.body(PayBody.class);
    Offer known = OrderAccess.order(books.order(body.orderId()), call.caller()).offer();
    return checkout
        .again(key)
        .map(again -> again.map(this::order))
        .orElseGet(
            () ->
                offers
                    .find(known.serviceType(), known.serviceId(), call.caller(), call.scope())
                    .compose(offer -> begin(call, body, key, offer)))
        .map(begun -> created(call, begun));
  }

  private Future<Order> begin(Call call, PayBody body, Optional<RequestKey> key, Offer offer) {
    return body.saysMethod()
        ? checkout
            .pay(
                OrderAccess.payable(offer, body.choice().method(), call.caller()),
                body.choice(),
                key,
                call.scope().deadline())
            .map(this::order)
        : checkout.transaction(offer);
  }

  private Order order(Payment payment) {
    return books.order(payment.orderId()).orElseThrow();
  }

  private TransactionJson json(Call call, Order order) {
    return TransactionJson.of(order, books, call.caller());
  }

  private Reply created(Call call, Order order) {
    TransactionJson json = json(call, order);
    return Reply.json(201, json).withHeader("Location", "/transactions/" + json.id());
  }

  private Future<Reply> list(Call call) {
    return books.orders(OrdersHandler.payer(call), wanted(call)).map(found -> page(call, found));
  }

  private Predicate<Order> wanted(Call call) {
    Optional<Instant> from = call.query("from").flatMap(Timestamps::parse);
    Optional<Instant> to = call.query("to").flatMap(Timestamps::parse);
    Optional<String> status = call.query("status");
    return order ->
        order.transaction().isPresent()
            && from.filter(begin -> order.createdAt().isBefore(begin)).isEmpty()
            && to.filter(end -> !order.createdAt().isBefore(end)).isEmpty()
            && status.filter(s -> !s.equals(status(order))).isEmpty();
  }

  private String status(Order order) {
    return order
        .transactionStatus(books.payments(order).stream().anyMatch(p -> p.state().isOpen()))
        .name();
  }

  private Reply page(Call call, List<Order> found) {
    Page<Order> page = Page.of(found, Page.cursor(call), Page.limit(call));
    return page.describe(
        call, Reply.json(200, page.items().stream().map(order -> json(call, order)).toList()));
  }

  private Future<Reply> get(Call call) {
    Order order = OrderAccess.ofTransaction(books.order(OrdersHandler.id(call)), call.caller());
    return Future.succeededFuture(Reply.resource(json(call, order)));
  }

  private Future<Reply> describe(Call call) {
    Map<String, String> metadata = call.body(MetadataBody.class).metadata();
    return books
        .make(Orders.describe(OrdersHandler.id(call), call.caller(), metadata))
        .map(order -> Reply.json(200, json(call, order)));
  }

  private Future<Reply> cancel(Call call) {
    Optional<String> said =
        call.hasBody()
            ? Optional.ofNullable(call.body(CancelBody.class).reason())
            : Optional.empty();
    return books
        .make(
            Orders.cancelTransaction(
                OrdersHandler.id(call), call.caller(), said.orElse("CANCELLED")))
        .map(order -> Reply.json(200, json(call, order)));
  }
}
