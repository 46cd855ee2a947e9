package id.tixgo.payment.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.payment.domain.Books;
import id.tixgo.payment.domain.Checkout;
import id.tixgo.payment.domain.Offers;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.OrderAccess;
import id.tixgo.payment.domain.OrderStatus;
import id.tixgo.payment.domain.Orders;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** {@code /orders}. */
public final class OrdersHandler {
  private final Books books;
  private final Offers offers;
  private final Checkout checkout;
  private final Orders orders;
  private final KeyedSteps keyed;

  private record StatusBody(String status, String reason) {}

  OrdersHandler(Books books, Offers offers, Checkout checkout, Orders orders, KeyedSteps keyed) {
    this.books = requireNonNull(books);
    this.offers = requireNonNull(offers);
    this.checkout = requireNonNull(checkout);
    this.orders = requireNonNull(orders);
    this.keyed = requireNonNull(keyed);
  }

  void register(Api api) {
    api.on("createOrder", call -> keyed.run(call, key -> create(call)));
    api.on("listOrders", this::list);
    api.on("getOrder", this::get);
    api.on("setOrderStatus", this::setStatus);
  }

  private Future<Reply> create(Call call) {
    PayBody body = call.body(PayBody.class);
    return offers
        .find(body.type(), body.sold(), call.caller(), call.scope())
        .map(offer -> OrderAccess.offer(offer, call.caller()))
        .compose(checkout::order)
        .map(
            order ->
                Reply.json(201, OrderJson.of(order))
                    .withHeader("Location", "/orders/" + order.id()));
  }

  private Future<Reply> list(Call call) {
    return books.orders(payer(call), order -> true).map(found -> page(call, found));
  }

  /** Whose orders a caller sees. */
  static Optional<Long> payer(Call call) {
    return OrderAccess.isAdmin(call.caller())
        ? call.query("user_id").map(Long::valueOf)
        : Optional.of(call.caller().id());
  }

  private static Reply page(Call call, List<Order> found) {
    Page<Order> page = Page.of(found, Page.cursor(call), Page.limit(call));
    return page.describe(call, Reply.json(200, page.items().stream().map(OrderJson::of).toList()));
  }

  private Future<Reply> get(Call call) {
    Order order = OrderAccess.order(books.order(id(call)), call.caller());
    return Future.succeededFuture(Reply.resource(OrderJson.of(order)));
  }

  private Future<Reply> setStatus(Call call) {
    StatusBody body = call.body(StatusBody.class);
    return books
        .make(
            orders.set(id(call), OrderStatus.valueOf(body.status()), call.caller(), body.reason()))
        .map(order -> Reply.json(200, OrderJson.of(order)));
  }

  static long id(Call call) {
    return Long.parseLong(call.path("id"));
  }
}
