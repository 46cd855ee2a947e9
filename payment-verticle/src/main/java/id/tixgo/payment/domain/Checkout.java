package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestKey;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Somebody is about to pay: an order, its transaction and an attempt at a gateway. The attempt is
 * written down before the gateway is asked for it, so that none is ever forgotten.
 */
public final class Checkout {
  private static final long LOOK_MS = 20;
  private static final Optional<String> INSUFFICIENT_FUNDS =
      Optional.of(MoneyRefusals.INSUFFICIENT_FUNDS);

  private final Vertx vertx;
  private final Books books;
  private final Orders orders;
  private final Settlement settlement;
  private final Gateways gateways;

  /**
   * How somebody wants to pay.
   *
   * @param gateway the one that is asked for; empty for the first that offers the method
   * @param returnUrl where the buyer goes from the gateway's page
   */
  public record Choice(PaymentMethod method, Optional<String> gateway, Optional<String> returnUrl) {
    public Choice {
      requireNonNull(method);
      requireNonNull(gateway);
      requireNonNull(returnUrl);
    }
  }

  /** What was begun. */
  private record Begun(Payment payment, boolean isNew) {}

  public Checkout(
      Vertx vertx, Books books, Orders orders, Settlement settlement, Gateways gateways) {
    this.vertx = requireNonNull(vertx);
    this.books = requireNonNull(books);
    this.orders = requireNonNull(orders);
    this.settlement = requireNonNull(settlement);
    this.gateways = requireNonNull(gateways);
  }

  /** The open order for an offer. Fails with {@code NOT_PAYABLE} when it is paid. */
  public Future<Order> order(Offer offer) {
    return books.make((desk, now) -> orders.open(desk, offer, now));
  }

  /** The same with its transaction. */
  public Future<Order> transaction(Offer offer) {
    return books.make(
        (desk, now) -> orders.withTransaction(desk, orders.open(desk, offer, now), now));
  }

  /**
   * An attempt to pay the offer, at the gateway. One that is open and was made for the same choice
   * is used again; one for another choice is given up. Fails with {@code NOT_PAYABLE}, {@code
   * UNKNOWN_GATEWAY}, {@code METHOD_NOT_OFFERED} or {@code INSUFFICIENT_FUNDS}.
   *
   * @param key of the request, if it has one
   * @param deadline until when it is waited for what the gateway says
   */
  public Future<Payment> pay(
      Offer offer, Choice choice, Optional<RequestKey> key, Deadline deadline) {
    PaymentGateway gateway = gateways.choose(choice.method(), choice.gateway());
    return books
        .make((desk, now) -> begin(desk, offer, choice, key, gateway, now))
        .compose(
            begun ->
                begun.isNew()
                    ? call(gateway, offer, begun.payment())
                    : await(begun.payment(), deadline))
        .compose(Checkout::withFunds);
  }

  /**
   * The attempt that a request has begun which comes again, since its answer got lost, and whose
   * order nobody can pay any more: empty while somebody can. Fails with {@code KEY_REUSED}.
   */
  public Optional<Future<Payment>> again(Optional<RequestKey> key) {
    return key.flatMap(books::begun)
        .filter(payment -> books.order(payment.orderId()).filter(Order::isOpen).isEmpty())
        .map(Checkout::withFunds);
  }

  /** That the wallet hadn't enough is no attempt to wait for. */
  private static Future<Payment> withFunds(Payment payment) {
    boolean isShort =
        payment.state() == PaymentState.FAILED && payment.reason().equals(INSUFFICIENT_FUNDS);
    return isShort
        ? Future.failedFuture(MoneyRefusals.insufficientFunds())
        : Future.succeededFuture(payment);
  }

  private Begun begin(
      MoneyDesk desk,
      Offer offer,
      Choice choice,
      Optional<RequestKey> key,
      PaymentGateway gateway,
      Instant now) {
    Begun begun = begin(desk, offer, choice, gateway, now);
    key.ifPresent(one -> desk.begun(one, begun.payment()));
    return begun;
  }

  private Begun begin(
      MoneyDesk desk, Offer offer, Choice choice, PaymentGateway gateway, Instant now) {
    Order order = orders.withTransaction(desk, orders.open(desk, offer, now), now);
    List<Payment> before = desk.payments(order);
    Optional<Payment> same =
        before.stream().filter(payment -> isSame(payment, choice, gateway)).findFirst();
    if (same.isPresent()) {
      return new Begun(same.get(), false);
    }
    before.stream()
        .filter(other -> other.state().isOpen())
        .forEach(other -> desk.put(other.withCancelWanted(now)));
    return new Begun(make(desk, order, choice, gateway, before.size() + 1, now), true);
  }

  private static boolean isSame(Payment payment, Choice choice, PaymentGateway gateway) {
    return payment.state().isOpen()
        && !payment.cancelWanted()
        && !hasNoWayToPay(payment)
        && payment.method() == choice.method()
        && payment.gateway().equals(gateway.name());
  }

  /** The answer that had told it got lost. */
  private static boolean hasNoWayToPay(Payment payment) {
    return payment.state() == PaymentState.PENDING
        && payment.instructions().equals(PayInstructions.NONE);
  }

  private static Payment make(
      MoneyDesk desk,
      Order order,
      Choice choice,
      PaymentGateway gateway,
      int attempt,
      Instant now) {
    Payment made =
        Payment.of(
            desk.nextPayment(),
            order,
            References.payment(order, attempt),
            gateway.name(),
            choice.method(),
            choice.returnUrl(),
            now);
    desk.put(made);
    return made;
  }

  private Future<Payment> call(PaymentGateway gateway, Offer offer, Payment payment) {
    return gateway
        .create(request(offer, payment))
        .compose(answer -> books.make((desk, now) -> answered(desk, payment.id(), answer, now)));
  }

  private static PaymentRequest request(Offer offer, Payment payment) {
    return new PaymentRequest(
        payment.reference(),
        payment.method(),
        payment.amount(),
        offer.payer().userId(),
        offer.lines().stream().map(Checkout::item).toList(),
        offer.payer().username(),
        Optional.of(offer.payer().username()).filter(name -> name.contains("@")),
        payment.createdAt(),
        offer.expiresAt(),
        payment.returnUrl());
  }

  private static PaymentRequest.Item item(OrderLine line) {
    return new PaymentRequest.Item(line.id(), line.name(), line.quantity(), line.price());
  }

  private Payment answered(MoneyDesk desk, long paymentId, CreateAnswer answer, Instant now) {
    Payment payment = desk.payment(paymentId).orElseThrow();
    if (answer instanceof CreateAnswer.Paid paid) {
      return settlement.apply(paymentId, paid.known(), payment.ask()).make(desk, now);
    }
    Payment told = told(desk, payment, answer, now);
    desk.put(told);
    TopUps.endIfOver(desk, told.orderId(), now);
    return told;
  }

  /** A notification may have come before the answer: what it brought stays. */
  private static Payment told(MoneyDesk desk, Payment payment, CreateAnswer answer, Instant now) {
    boolean first = payment.state() == PaymentState.CREATED;
    if (answer instanceof CreateAnswer.Waiting waiting) {
      Payment known =
          payment
              .withInstructions(waiting.instructions(), waiting.gatewayId(), now)
              .withAnswer(Optional.empty(), payment.method(), desk.seal(waiting.text()), now);
      Ask later = Ask.later(now, waiting.instructions().expiresAt());
      return first ? with(known, PaymentState.PENDING, Optional.empty(), later, now) : known;
    }
    if (answer instanceof CreateAnswer.Refused refused) {
      Payment known =
          payment.withAnswer(Optional.empty(), payment.method(), desk.seal(refused.text()), now);
      Optional<String> why = Optional.of(refused.reason());
      return first ? with(known, PaymentState.FAILED, why, Ask.NEVER, now) : known;
    }
    return first
        ? with(payment, PaymentState.UNKNOWN, Optional.empty(), Ask.soon(now), now)
        : payment;
  }

  /** Whoever said meanwhile that there is news, or that it is given up, has it asked at once. */
  private static Payment with(
      Payment payment, PaymentState state, Optional<String> why, Ask planned, Instant now) {
    Ask ask = payment.cancelWanted() ? Ask.at(now) : payment.ask();
    return payment.withState(state, why, ask.isDue(now) ? ask : planned, now);
  }

  /** Another request asks the gateway already: both have its answer. */
  private Future<Payment> await(Payment payment, Deadline deadline) {
    Payment now = books.payment(payment.id()).orElse(payment);
    return now.state() != PaymentState.CREATED || deadline.remainingMs() < 2 * LOOK_MS
        ? Future.succeededFuture(now)
        : vertx.timer(LOOK_MS, TimeUnit.MILLISECONDS).compose(later -> await(now, deadline));
  }

  /**
   * Money was taken by hand. Fails with {@code NOT_FOUND} or {@code NOT_CONFIRMABLE}; again it is
   * no news.
   */
  public Future<Payment> confirm(long paymentId, String reference, String by) {
    return books.make(
        (desk, now) -> {
          Payment payment = desk.payment(paymentId).orElseThrow(MoneyRefusals::paymentNotFound);
          if (payment.isPaid()) {
            return payment;
          }
          if (gateways.find(payment.gateway()).filter(PaymentGateway::isManual).isEmpty()) {
            throw MoneyRefusals.notConfirmable(payment);
          }
          return settlement.confirm(desk, payment, reference, by, now);
        });
  }
}
