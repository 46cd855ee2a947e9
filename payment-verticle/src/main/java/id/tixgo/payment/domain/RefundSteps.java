package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.payment.domain.Refunds.Wanted;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Refunds from the request to their end: written before a gateway is called, each step. */
public final class RefundSteps {
  private static final Future<RefundAnswer> NOT_SET_UP =
      Future.succeededFuture(new RefundAnswer.Unknown("It isn't set up any more."));

  private final Books books;
  private final Refunds refunds;
  private final Gateways gateways;
  private final GivenUpTopUps topUps;

  public RefundSteps(Books books, Refunds refunds, Gateways gateways) {
    this.books = requireNonNull(books);
    this.refunds = requireNonNull(refunds);
    this.gateways = requireNonNull(gateways);
    this.topUps = new GivenUpTopUps(books, gateways.wallets());
  }

  /** A refund, and whether the gateway is to be asked for it now: one at a time asks. */
  private record Step(Refund refund, boolean isTurn) {}

  /**
   * Promises money back and asks the gateway for it; completes with what is known then. A top-up
   * that isn't in its wallet yet never comes there then. Fails with {@code NO_WALLETS}, {@code
   * IN_THE_WALLET}, {@code UPSTREAM_UNREACHABLE}, or as {@link Refunds#request} does.
   */
  public Future<Refund> request(long paymentId, Wanted wanted) {
    if (wanted.isToWallet() && gateways.find(Gateways.WALLET).isEmpty()) {
      throw MoneyRefusals.noWallets();
    }
    return topUps
        .giveUp(paymentId)
        .compose(up -> books.make((desk, now) -> promised(desk, paymentId, wanted, up, now)))
        .compose(this::go);
  }

  /** Of a top-up that is given up all goes back. */
  private Step promised(
      MoneyDesk desk, long paymentId, Wanted wanted, boolean isGivenUp, Instant now) {
    Payment payment = desk.payment(paymentId).orElseThrow(MoneyRefusals::paymentNotFound);
    if (!isGivenUp) {
      GivenUpTopUps.expectNotThere(desk, payment);
    }
    Refund refund = refunds.request(desk, payment, wanted, now);
    if (isGivenUp && TopUps.refuse(desk, payment.orderId(), now)) {
      refunds.giveBack(desk, payment, TopUps.REFUSED, now);
    }
    boolean isNew = refund.state() == RefundState.REQUESTED && refund.channel().isCalled();
    return isNew ? sent(desk, refund, now) : new Step(refund, false);
  }

  /** Asks the gateway, for the first time or once more: it is one refund for it. */
  public Future<Refund> send(long refundId) {
    return books.make((desk, now) -> due(desk, refundId, now)).compose(this::go);
  }

  private static Step due(MoneyDesk desk, long refundId, Instant now) {
    Refund refund = desk.refund(refundId).orElseThrow(MoneyRefusals::refundNotFound);
    boolean isTurn =
        refund.state().isOpen() && refund.channel().isCalled() && refund.ask().isDue(now);
    return isTurn ? sent(desk, refund, now) : new Step(refund, false);
  }

  private static Step sent(MoneyDesk desk, Refund refund, Instant now) {
    Refund sent =
        refund.with(
            RefundState.SENT,
            Optional.empty(),
            Optional.empty(),
            refund.ask().next(now, Optional.empty()),
            now);
    desk.put(sent);
    return new Step(sent, true);
  }

  private Future<Refund> go(Step step) {
    return step.isTurn() ? call(step.refund()) : Future.succeededFuture(step.refund());
  }

  private Future<Refund> call(Refund refund) {
    Payment payment = books.payment(refund.paymentId()).orElseThrow();
    Order order = books.order(refund.orderId()).orElseThrow();
    RefundRequest request =
        new RefundRequest(
            payment.known(),
            order.offer().payer().userId(),
            refund.reference(),
            refund.amount(),
            refund.amount().equals(payment.amount()),
            refund.reason());
    return gateways
        .findKnown(refund.gateway(payment))
        .map(gateway -> gateway.refund(request))
        .orElse(NOT_SET_UP)
        .compose(answer -> books.make((desk, now) -> answered(desk, refund.id(), answer, now)));
  }

  private Refund answered(MoneyDesk desk, long refundId, RefundAnswer answer, Instant now) {
    Refund refund = desk.refund(refundId).orElseThrow();
    Payment payment = desk.payment(refund.paymentId()).orElseThrow();
    if (answer instanceof RefundAnswer.Known known) {
      desk.put(refund.withAnswer(desk.seal(known.text())));
      RefundNews.see(desk, payment, List.of(known.refund()), now);
    } else if (answer instanceof RefundAnswer.Refused refused) {
      Refund told = refund.withAnswer(desk.seal(refused.text()));
      desk.put(told);
      FailedRefunds.fail(desk, payment, told, refused.reason(), now);
      return Refunds.successor(desk, payment, told);
    } else if (refund.state().isOpen()) {
      desk.put(
          refund.with(RefundState.UNKNOWN, Optional.empty(), Optional.empty(), refund.ask(), now));
    }
    return desk.refund(refundId).orElseThrow();
  }

  /** A payout was made by hand. Fails with {@code NOT_FOUND} or {@code NOT_CONFIRMABLE}. */
  public Future<Refund> confirm(long refundId, String reference, Caller by) {
    return books.make(
        (desk, now) -> {
          Refund refund = desk.refund(refundId).orElseThrow(MoneyRefusals::refundNotFound);
          if (refund.channel() != RefundChannel.PAYOUT || refund.state() == RefundState.FAILED) {
            throw MoneyRefusals.refundNotConfirmable(refund);
          }
          if (refund.state().isOpen()) {
            Payment payment = desk.payment(refund.paymentId()).orElseThrow();
            String note = reference + ", " + by.username();
            RefundNews.succeed(
                desk,
                payment,
                refund.with(refund.state(), Optional.empty(), Optional.of(note), Ask.NEVER, now),
                now);
          }
          return desk.refund(refundId).orElseThrow();
        });
  }
}
