package id.tixgo.payment;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.CreateAnswer;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.GatewayRefund;
import id.tixgo.payment.domain.Gateways;
import id.tixgo.payment.domain.KnownPayment;
import id.tixgo.payment.domain.PaymentGateway;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.PaymentRequest;
import id.tixgo.payment.domain.RefundAnswer;
import id.tixgo.payment.domain.RefundRequest;
import id.tixgo.payment.domain.WalletCredit;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wallets, of which a test decides what they do and say. */
final class ScriptedWallets implements PaymentGateway, WalletCredit {
  final List<String> calls = new CopyOnWriteArrayList<>();
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  /** Nothing that is asked for is done. */
  boolean isClosed;

  /** Nobody hears what was done. */
  boolean isSilent;

  @Override
  public String name() {
    return Gateways.WALLET;
  }

  @Override
  public Set<PaymentMethod> methods() {
    return Set.of(PaymentMethod.WALLET);
  }

  @Override
  public boolean refunds(PaymentMethod method, boolean whole) {
    return true;
  }

  @Override
  public Future<CreateAnswer> create(PaymentRequest request) {
    return Future.succeededFuture(new CreateAnswer.Refused("not today", "{}"));
  }

  @Override
  public Future<GatewayAnswer> status(KnownPayment payment) {
    return Future.succeededFuture(new GatewayAnswer.NotFound());
  }

  @Override
  public Future<GatewayAnswer> cancel(KnownPayment payment) {
    return status(payment);
  }

  @Override
  public Future<RefundAnswer> refund(RefundRequest request) {
    if (isSilent) {
      return Future.succeededFuture(new RefundAnswer.Unknown("lost"));
    }
    return Future.succeededFuture(
        isClosed
            ? new RefundAnswer.Refused("closed", "{}")
            : new RefundAnswer.Known(
                new GatewayRefund(
                    request.key(),
                    Optional.empty(),
                    request.amount(),
                    GatewayRefund.State.SUCCEEDED,
                    Optional.empty()),
                "{}"));
  }

  @Override
  public Future<Outcome> topUp(long userId, Money amount, String reference) {
    calls.add("topup");
    if (!isClosed) {
      made.add(reference);
    }
    return said(reference);
  }

  @Override
  public Future<Outcome> giveUp(String reference) {
    calls.add("give-up");
    return said(reference);
  }

  private Future<Outcome> said(String reference) {
    if (isSilent) {
      return Future.succeededFuture(new Outcome.Unknown("lost"));
    }
    return Future.succeededFuture(
        made.contains(reference) ? new Outcome.Credited() : new Outcome.Refused("closed"));
  }
}
