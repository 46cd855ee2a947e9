package id.tixgo.payment;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.CreateAnswer;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.GatewayRefund;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.Gateways;
import id.tixgo.payment.domain.KnownPayment;
import id.tixgo.payment.domain.MoneyRefusals;
import id.tixgo.payment.domain.PaymentGateway;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.PaymentRequest;
import id.tixgo.payment.domain.RefundAnswer;
import id.tixgo.payment.domain.RefundRequest;
import id.tixgo.payment.domain.WalletCredit;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Wallets that pay at once and are closed now and then, to which requests get lost or come late,
 * and whose answers get lost.
 */
final class RandomWallets implements PaymentGateway, WalletCredit {
  private final Random random;
  private final Map<String, Money> taken = new HashMap<>();
  private final Map<String, Money> given = new HashMap<>();
  private final Set<String> givenUp = new HashSet<>();
  private final List<Runnable> late = new ArrayList<>();

  /** How many of ten requests and answers get lost. */
  int lost = 3;

  RandomWallets(Random random) {
    this.random = random;
  }

  private boolean isLost() {
    return random.nextInt(10) < lost;
  }

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
    if (isLost()) {
      late.add(() -> take(request));
      return Future.succeededFuture(new CreateAnswer.Unknown("lost"));
    }
    if (random.nextInt(5) == 0) {
      return Future.succeededFuture(
          new CreateAnswer.Refused(MoneyRefusals.INSUFFICIENT_FUNDS, "{}"));
    }
    take(request);
    return Future.succeededFuture(
        isLost()
            ? new CreateAnswer.Unknown("lost")
            : new CreateAnswer.Paid(paid(request.amount())));
  }

  private void take(PaymentRequest request) {
    if (!givenUp.contains(request.reference())) {
      taken.put(request.reference(), request.amount());
    }
  }

  /** Some that nobody waits for any more come now. */
  void arrive() {
    late.removeIf(
        request -> {
          boolean comes = random.nextBoolean();
          if (comes) {
            request.run();
          }
          return comes;
        });
  }

  private static GatewayAnswer.Known paid(Money amount) {
    return new GatewayAnswer.Known(
        GatewayState.PAID,
        Optional.empty(),
        amount,
        Money.zero(amount.currency()),
        Optional.empty(),
        List.of(),
        "{}");
  }

  @Override
  public Future<GatewayAnswer> status(KnownPayment payment) {
    if (isLost()) {
      return Future.succeededFuture(new GatewayAnswer.Unknown("lost"));
    }
    Money there = taken.get(payment.reference());
    if (there == null) {
      givenUp.add(payment.reference());
    }
    return Future.succeededFuture(there == null ? new GatewayAnswer.NotFound() : paid(there));
  }

  @Override
  public Future<GatewayAnswer> cancel(KnownPayment payment) {
    return status(payment);
  }

  @Override
  public Future<RefundAnswer> refund(RefundRequest request) {
    return Future.succeededFuture(
        give(request.key(), request.amount())
            ? new RefundAnswer.Known(
                new GatewayRefund(
                    request.key(),
                    Optional.empty(),
                    request.amount(),
                    GatewayRefund.State.SUCCEEDED,
                    Optional.empty()),
                "{}")
            : new RefundAnswer.Unknown("lost"));
  }

  @Override
  public Future<Outcome> topUp(long userId, Money amount, String reference) {
    if (isLost()) {
      late.add(() -> bring(reference, amount));
      return Future.succeededFuture(new Outcome.Unknown("lost"));
    }
    if (random.nextInt(6) == 0) {
      return giveUp(reference);
    }
    bring(reference, amount);
    return giveUp(reference);
  }

  private void bring(String reference, Money amount) {
    if (!givenUp.contains(reference)) {
      given.put(reference, amount);
    }
  }

  @Override
  public Future<Outcome> giveUp(String reference) {
    if (isLost()) {
      return Future.succeededFuture(new Outcome.Unknown("lost"));
    }
    if (!has(reference)) {
      givenUp.add(reference);
    }
    return Future.succeededFuture(
        has(reference) ? new Outcome.Credited() : new Outcome.Refused("closed"));
  }

  /** Whether that top-up is there. */
  boolean has(String reference) {
    return given.containsKey(reference);
  }

  /** Under one name once; whether somebody hears of it. */
  private boolean give(String name, Money amount) {
    if (isLost()) {
      return false;
    }
    given.put(name, amount);
    return !isLost();
  }

  /** All that it has taken and not given. */
  long cash() {
    return sum(taken) - sum(given);
  }

  private static long sum(Map<String, Money> amounts) {
    return amounts.values().stream().mapToLong(Money::minor).sum();
  }
}
