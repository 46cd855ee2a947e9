package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import id.tixgo.common.scope.Deadline;
import id.tixgo.payment.domain.Checkout.Choice;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Money that users bring into their wallets: paid like anything else. Wallet says how much and
 * whose; what is paid comes into the wallet by {@link TopUpCredits}.
 */
public final class TopUps {
  /** Why an order ends whose money Wallet doesn't take. */
  static final String REFUSED = "TOPUP_REFUSED";

  private static final String EXPIRED = "TOPUP_EXPIRED";
  private static final String TAKEN_BACK = "TOPUP_TAKEN_BACK";

  /** So many of one user may wait to be paid. */
  private static final int MOST_OPEN = 100;

  /** Until when it can be paid. */
  private static final Duration TIME = Duration.ofHours(1);

  private final Books books;
  private final Checkout checkout;
  private final Gateways gateways;
  private final Clock clock;

  /**
   * What Wallet asks for.
   *
   * @param reference Wallet's own name of it: asked twice it is one top-up
   * @param method empty for the first that is offered
   * @param gateway empty for the first that offers the method
   */
  public record Asked(
      String reference,
      Payer payer,
      Money amount,
      Optional<PaymentMethod> method,
      Optional<String> gateway,
      Optional<String> returnUrl) {
    public Asked {
      requireNonNull(reference);
      requireNonNull(payer);
      requireNonNull(amount);
      requireNonNull(method);
      requireNonNull(gateway);
      requireNonNull(returnUrl);
    }

    private boolean isThatOf(Order order) {
      return order.offer().payer().userId() == payer.userId() && order.total().equals(amount);
    }
  }

  public TopUps(Books books, Checkout checkout, Gateways gateways, Clock clock) {
    this.books = requireNonNull(books);
    this.checkout = requireNonNull(checkout);
    this.gateways = requireNonNull(gateways);
    this.clock = requireNonNull(clock);
  }

  /**
   * An attempt to pay it; of one that is over, the last. Fails with {@code NOT_CONFIGURED}, {@code
   * KEY_REUSED}, {@code METHOD_NOT_OFFERED}, {@code UNKNOWN_GATEWAY}, {@code TOO_MANY_PENDING}.
   */
  public Future<Payment> begin(Asked asked, Deadline deadline) {
    Choice choice = choice(asked);
    return books
        .make((desk, now) -> desk.orderOf(ServiceType.TOPUP, asked.reference()))
        .compose(known -> begin(asked, choice, known, deadline));
  }

  private Future<Payment> begin(
      Asked asked, Choice choice, Optional<Order> known, Deadline deadline) {
    if (known.filter(order -> !asked.isThatOf(order)).isPresent()) {
      return Future.failedFuture(MoneyRefusals.topUpReused());
    }
    return known
        .filter(order -> !order.isOpen())
        .flatMap(order -> last(books.payments(order)))
        .map(Future::succeededFuture)
        .orElseGet(
            () ->
                offer(asked, known)
                    .compose(offer -> checkout.pay(offer, choice, Optional.empty(), deadline)));
  }

  private Future<Offer> offer(Asked asked, Optional<Order> known) {
    return known
        .map(order -> Future.succeededFuture(order.offer()))
        .orElseGet(() -> expectFew(asked.payer()).map(few -> offer(asked)));
  }

  private Future<?> expectFew(Payer payer) {
    return books
        .orders(Optional.of(payer.userId()), order -> order.isTopUp() && order.isOpen())
        .compose(
            open ->
                open.size() < MOST_OPEN
                    ? Future.succeededFuture()
                    : Future.failedFuture(MoneyRefusals.tooManyTopUps()));
  }

  private static Optional<Payment> last(List<Payment> payments) {
    return payments.stream().max(Comparator.comparingLong(Payment::id));
  }

  private Offer offer(Asked asked) {
    return new Offer(
        ServiceType.TOPUP,
        asked.reference(),
        asked.payer(),
        List.of(new OrderLine("topup", "Wallet top-up", 1, asked.amount())),
        asked.amount(),
        Optional.empty(),
        clock.instant().plus(TIME));
  }

  private Choice choice(Asked asked) {
    if (gateways.find(Gateways.WALLET).isEmpty()) {
      throw MoneyRefusals.noTopUps();
    }
    PaymentMethod method = asked.method().orElseGet(() -> first(asked.gateway()));
    if (gateways.choose(method, asked.gateway()).name().equals(Gateways.WALLET)) {
      throw MoneyRefusals.notFromWallets();
    }
    return new Choice(method, asked.gateway(), asked.returnUrl());
  }

  private PaymentMethod first(Optional<String> gateway) {
    return gateways.all().stream()
        .filter(one -> !one.name().equals(Gateways.WALLET))
        .filter(one -> gateway.filter(name -> !name.equals(one.name())).isEmpty())
        .findFirst()
        .flatMap(one -> one.methods().stream().min(Comparator.naturalOrder()))
        .orElse(PaymentMethod.WALLET);
  }

  /** Nobody else says that the time of a top-up is over. For movements. */
  static Order endIfOver(MoneyDesk desk, long orderId, Instant now) {
    Order order = desk.order(orderId).orElseThrow();
    boolean isOver =
        order.endsAt().filter(end -> !now.isBefore(end)).isPresent()
            && desk.payments(order).stream().noneMatch(any -> any.state().isOpen());
    return isOver ? Orders.end(desk, order, EXPIRED, true, now) : order;
  }

  /** It is in its wallet. For movements. */
  static Order credited(MoneyDesk desk, long orderId, Instant now) {
    Order order = desk.order(orderId).orElseThrow();
    if (order.isCreditDue()) {
      Orders.fulfil(desk, order, now);
    }
    return order;
  }

  /** It never comes into its wallet; whether that is news. For movements. */
  static boolean refuse(MoneyDesk desk, long orderId, Instant now) {
    Order order = desk.order(orderId).orElseThrow();
    if (order.isCreditDue()) {
      desk.put(order.ended(REFUSED, true, now));
    }
    return order.isCreditDue();
  }

  /** A bank took back what the wallet may have: somebody must look. For movements. */
  static void askIfTakenBack(MoneyDesk desk, Payment payment, Instant now) {
    if (payment.counted() && desk.order(payment.orderId()).filter(Order::isTopUp).isPresent()) {
      desk.put(Suspense.question(desk, payment, TAKEN_BACK, now));
    }
  }
}
