package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks gateways what became of payments and refunds: after a notification at once, after no answer
 * soon, and before anything is given up. One for each store; on one context.
 */
public final class Reconciler {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  /** As many questions at once as a gateway has to bear. */
  private static final int AT_ONCE = 64;

  /** It is asked when it is set up again. */
  private static final Future<GatewayAnswer> NOT_SET_UP =
      Future.succeededFuture(new GatewayAnswer.Unknown("It isn't set up any more."));

  private final Books books;
  private final Gateways gateways;
  private final Settlement settlement;
  private final RefundSteps refunds;
  private final Clock clock;
  private final Set<Long> payments = new HashSet<>();
  private final Set<Long> openRefunds = new HashSet<>();
  private final Set<Long> overOrders = new HashSet<>();

  public Reconciler(
      Books books, Gateways gateways, Settlement settlement, RefundSteps refunds, Clock clock) {
    this.books = requireNonNull(books);
    this.gateways = requireNonNull(gateways);
    this.settlement = requireNonNull(settlement);
    this.refunds = requireNonNull(refunds);
    this.clock = requireNonNull(clock);
  }

  /** Asks about all that is due, as far as it isn't being asked about, and ends what is over. */
  public void look() {
    begin(books.paymentsDue(clock.instant()), payments, this::ask);
    begin(books.refundsDue(clock.instant()), openRefunds, this::askRefund);
    begin(books.ordersOver(clock.instant()), overOrders, this::end);
  }

  private void begin(List<Long> due, Set<Long> running, LongFunction<Future<?>> question) {
    for (long id : due) {
      if (running.size() < AT_ONCE && running.add(id)) {
        run(id, running, question);
      }
    }
  }

  private void run(long id, Set<Long> running, LongFunction<Future<?>> question) {
    question
        .apply(id)
        .onFailure(Reconciler::log)
        .onComplete(
            asked -> {
              running.remove(id);
              if (asked.succeeded()) {
                look();
              }
            });
  }

  private Future<?> end(long orderId) {
    return books.make((desk, now) -> TopUps.endIfOver(desk, orderId, now));
  }

  /** A store that can't be used says so itself, and the question is asked again. */
  private static void log(Throwable failure) {
    if (failure instanceof Problem) {
      LOG.debug("a question to a gateway came to nothing: {}", failure.getMessage());
    } else {
      LOG.error("a question to a gateway failed", failure);
    }
  }

  /** Asks a gateway about one payment, now. */
  public Future<Payment> ask(long paymentId) {
    Payment payment = books.payment(paymentId).orElseThrow(MoneyRefusals::paymentNotFound);
    return gateways
        .findKnown(payment.gateway())
        .map(gateway -> question(gateway, payment))
        .orElse(NOT_SET_UP)
        .compose(answer -> books.make(settlement.apply(paymentId, answer, payment.ask())));
  }

  /** Whether it was paid meanwhile is asked before it is given up. */
  private static Future<GatewayAnswer> question(PaymentGateway gateway, Payment payment) {
    Future<GatewayAnswer> status = gateway.status(payment.known());
    return payment.cancelWanted() && payment.state() == PaymentState.PENDING
        ? status.compose(answer -> isWaiting(answer) ? gateway.cancel(payment.known()) : status)
        : status;
  }

  private static boolean isWaiting(GatewayAnswer answer) {
    return answer instanceof GatewayAnswer.NotFound
        || (answer instanceof GatewayAnswer.Known known && known.state() == GatewayState.PENDING);
  }

  /**
   * One that was never sent is sent, and one to a wallet again, which is the same there; of any
   * other its payment tells.
   */
  private Future<?> askRefund(long refundId) {
    Refund refund = books.refund(refundId).orElseThrow();
    return refund.state() == RefundState.REQUESTED || refund.channel() == RefundChannel.WALLET
        ? refunds.send(refundId)
        : ask(refund.paymentId()).compose(asked -> sendAgain(refundId));
  }

  /** The gateway was asked and knows nothing of it: under the same name it is the same refund. */
  private Future<?> sendAgain(long refundId) {
    Refund refund = books.refund(refundId).orElseThrow();
    return refund.state().isOpen() && refund.ask().isDue(clock.instant())
        ? refunds.send(refundId)
        : Future.succeededFuture();
  }
}
