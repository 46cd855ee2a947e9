package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.payment.domain.WalletCredit.Outcome;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings paid top-ups into their wallets. That one is paid and not there yet is stored, so a crash
 * forgets none; each has one name at Wallet, so none comes twice. Of which some has gone back
 * meanwhile is given up. One for each store; on one context.
 */
public final class TopUpCredits {
  private static final Logger LOG = LoggerFactory.getLogger(TopUpCredits.class);

  private final Books books;
  private final WalletCredit wallets;
  private final Refunds refunds;
  private final Clock clock;
  private final Set<Long> running = new HashSet<>();
  private final Map<Long, Ask> orderToNext = new HashMap<>();

  public TopUpCredits(Books books, WalletCredit wallets, Refunds refunds, Clock clock) {
    this.books = requireNonNull(books);
    this.wallets = requireNonNull(wallets);
    this.refunds = requireNonNull(refunds);
    this.clock = requireNonNull(clock);
  }

  /** Asks Wallet for all that is due, as far as it isn't being asked. */
  public void look() {
    Instant now = clock.instant();
    for (long id : books.creditsDue()) {
      if (isTurn(id, now) && running.add(id)) {
        credit(id).onFailure(TopUpCredits::log).onComplete(tried -> running.remove(id));
      }
    }
  }

  /** A store that can't be used says so itself, and it is tried again. */
  private static void log(Throwable failure) {
    if (failure instanceof Problem) {
      LOG.debug("a top-up isn't settled yet: {}", failure.getMessage());
    } else {
      LOG.error("a top-up failed", failure);
    }
  }

  /** After no answer 5 s later, then each minute. */
  private boolean isTurn(long orderId, Instant now) {
    Ask next = orderToNext.get(orderId);
    return next == null || next.isDue(now);
  }

  private Future<?> credit(long orderId) {
    return ask(books.order(orderId).orElseThrow()).compose(outcome -> tried(orderId, outcome));
  }

  private Future<Outcome> ask(Order order) {
    String name = References.topUp(order);
    return order.isTouched()
        ? wallets.giveUp(name)
        : wallets.topUp(order.offer().payer().userId(), order.total(), name);
  }

  private Future<?> tried(long orderId, Outcome outcome) {
    if (outcome instanceof Outcome.Unknown unknown) {
      LOG.warn("no answer to top-up of order {}: {}", orderId, unknown.why());
      orderToNext.merge(
          orderId,
          Ask.soon(clock.instant()),
          (before, first) -> Ask.later(clock.instant(), Optional.empty()));
      return Future.succeededFuture();
    }
    orderToNext.remove(orderId);
    return books.make(
        (desk, now) ->
            outcome instanceof Outcome.Refused
                ? refused(desk, orderId, now)
                : TopUps.credited(desk, orderId, now));
  }

  /** Whose wallet takes nothing any more gets his money back, as far as it hasn't gone back. */
  private Order refused(MoneyDesk desk, long orderId, Instant now) {
    boolean isNews = TopUps.refuse(desk, orderId, now);
    Order order = desk.order(orderId).orElseThrow();
    desk.payments(order).stream()
        .filter(payment -> isNews && payment.counted())
        .forEach(payment -> refunds.giveBack(desk, payment, TopUps.REFUSED, now));
    return order;
  }
}
