package id.tixgo.payment.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.sheet.Sheets;
import id.tixgo.payment.client.TicketsInside;
import id.tixgo.payment.domain.Books;
import id.tixgo.payment.domain.Checkout;
import id.tixgo.payment.domain.Gateways;
import id.tixgo.payment.domain.Notices;
import id.tixgo.payment.domain.NotificationReader;
import id.tixgo.payment.domain.Offers;
import id.tixgo.payment.domain.Orders;
import id.tixgo.payment.domain.References;
import id.tixgo.payment.domain.RefundSteps;
import id.tixgo.payment.domain.Refunds;
import id.tixgo.payment.domain.Settlement;
import id.tixgo.payment.domain.TopUps;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/** All of Payment's handlers, with the rules that they share. */
public final class PaymentHandlers {
  private final Vertx vertx;
  private final Books books;
  private final Gateways gateways;
  private final List<NotificationReader> readers;
  private final Offers offers;
  private final TicketsInside inside;
  private final KeyedRequests keyed;
  private final UnaryOperator<String> open;
  private final Clock clock;

  /**
   * @param open decrypts what gateways have answered
   */
  public PaymentHandlers(
      Vertx vertx,
      Books books,
      Gateways gateways,
      List<NotificationReader> readers,
      Offers offers,
      TicketsInside inside,
      KeyedRequests keyed,
      UnaryOperator<String> open,
      Clock clock) {
    this.vertx = requireNonNull(vertx);
    this.books = requireNonNull(books);
    this.gateways = requireNonNull(gateways);
    this.readers = List.copyOf(readers);
    this.offers = requireNonNull(offers);
    this.inside = requireNonNull(inside);
    this.keyed = requireNonNull(keyed);
    this.open = requireNonNull(open);
    this.clock = requireNonNull(clock);
  }

  public void register(Api api) {
    Refunds refunds = new Refunds(gateways::channel);
    Orders orders = new Orders(new References(new SecureRandom()));
    Checkout checkout = new Checkout(vertx, books, orders, new Settlement(refunds), gateways);
    KeyedSteps steps = new KeyedSteps(keyed, books);
    new OrdersHandler(books, offers, checkout, orders, steps).register(api);
    new TransactionsHandler(books, offers, checkout, steps).register(api);
    new PaymentsHandler(books, offers, checkout, steps).register(api);
    new TopUpsHandler(books, new TopUps(books, checkout, gateways, clock)).register(api);
    new MethodsHandler(gateways).register(api);
    new RefundsHandler(books, new RefundSteps(books, refunds, gateways), inside).register(api);
    new GatewayResponsesHandler(books, open).register(api);
    new EventRefundsHandler(books).register(api);
    new WebhooksHandler(readers, new Notices(books)).register(api);
    new MoneyReportsHandler(books, new Sheets(vertx)).register(api);
    new SuspenseHandler(books).register(api);
  }
}
