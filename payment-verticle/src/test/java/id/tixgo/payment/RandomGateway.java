package id.tixgo.payment;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.CreateAnswer;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.GatewayRefund;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.KnownPayment;
import id.tixgo.payment.domain.PayInstructions;
import id.tixgo.payment.domain.PaymentGateway;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.PaymentRequest;
import id.tixgo.payment.domain.RefundAnswer;
import id.tixgo.payment.domain.RefundRequest;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A gateway with money of its own, where buyers do as they like and answers get lost. */
final class RandomGateway implements PaymentGateway {
  private static final long FEE = 10;

  private final Random random;
  private final Map<String, Till> referenceToTill = new LinkedHashMap<>();

  /** How many of ten answers get lost. */
  int lost = 3;

  /** What it knows of one payment. */
  private static final class Till {
    GatewayState state = GatewayState.PENDING;
    long asked;
    long paid;
    long fee;
    long takenBack;
    boolean reversed;
    final List<GatewayRefund> refunds = new ArrayList<>();

    /** What was asked for and paid, and is still there. */
    long left() {
      return reversed ? 0 : Math.min(paid, asked) - refunded();
    }

    /** Buyers pay it with what they pay first; it goes back when a bank takes all back. */
    long added() {
      return paid > 0 && !reversed ? fee : 0;
    }

    long refunded() {
      return refunds.stream()
          .filter(refund -> refund.state() == GatewayRefund.State.SUCCEEDED)
          .mapToLong(refund -> refund.amount().minor())
          .sum();
    }
  }

  RandomGateway(Random random) {
    this.random = random;
  }

  @Override
  public String name() {
    return "midtrans";
  }

  @Override
  public Set<PaymentMethod> methods() {
    return EnumSet.of(PaymentMethod.QRIS, PaymentMethod.BANK_TRANSFER);
  }

  @Override
  public boolean refunds(PaymentMethod method, boolean whole) {
    return method == PaymentMethod.QRIS;
  }

  private boolean isLost() {
    return random.nextInt(10) < lost;
  }

  /** The request may have got lost, or only its answer. */
  @Override
  public Future<CreateAnswer> create(PaymentRequest request) {
    boolean arrives = !isLost();
    if (arrives) {
      Till till = new Till();
      till.asked = request.amount().minor();
      till.fee = random.nextInt(3) == 0 ? FEE : 0;
      referenceToTill.put(request.reference(), till);
    }
    return Future.succeededFuture(
        !arrives || isLost()
            ? new CreateAnswer.Unknown("lost")
            : new CreateAnswer.Waiting(PayInstructions.NONE, Optional.empty(), "{}"));
  }

  @Override
  public Future<GatewayAnswer> status(KnownPayment payment) {
    Till till = referenceToTill.get(payment.reference());
    if (isLost()) {
      return Future.succeededFuture(new GatewayAnswer.Unknown("lost"));
    }
    return Future.succeededFuture(till == null ? new GatewayAnswer.NotFound() : known(till));
  }

  private static GatewayAnswer known(Till till) {
    return new GatewayAnswer.Known(
        till.state,
        Optional.empty(),
        rupiah(till.paid),
        rupiah(till.added()),
        Optional.empty(),
        till.refunds,
        "{}");
  }

  @Override
  public Future<GatewayAnswer> cancel(KnownPayment payment) {
    Till till = referenceToTill.get(payment.reference());
    if (till != null && till.state == GatewayState.PENDING && till.paid == 0) {
      till.state = GatewayState.CANCELLED;
    }
    return status(payment);
  }

  @Override
  public Future<RefundAnswer> refund(RefundRequest request) {
    Till till = referenceToTill.get(request.payment().reference());
    if (isLost()) {
      return Future.succeededFuture(new RefundAnswer.Unknown("lost"));
    }
    Optional<GatewayRefund> known =
        till.refunds.stream().filter(r -> r.key().equals(request.key())).findFirst();
    if (known.isEmpty() && (random.nextInt(5) == 0 || till.left() < request.amount().minor())) {
      return Future.succeededFuture(new RefundAnswer.Refused("not today", "{}"));
    }
    GatewayRefund refund = known.orElseGet(() -> refund(request.key(), request.amount()));
    if (known.isEmpty()) {
      till.refunds.add(refund);
    }
    return Future.succeededFuture(
        isLost() ? new RefundAnswer.Unknown("lost") : new RefundAnswer.Known(refund, "{}"));
  }

  private static GatewayRefund refund(String key, Money amount) {
    return new GatewayRefund(
        key, Optional.empty(), amount, GatewayRefund.State.SUCCEEDED, Optional.empty());
  }

  /** A buyer, a bank or a clock does something to one payment. */
  void happens() {
    List<Till> tills = new ArrayList<>(referenceToTill.values());
    if (!tills.isEmpty()) {
      happens(tills.get(random.nextInt(tills.size())));
    }
  }

  private void happens(Till till) {
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> pay(till, till.asked - Math.min(till.paid, till.asked));
      case 4 -> pay(till, 100L * (1 + random.nextInt(3)));
      case 5 -> end(till, GatewayState.EXPIRED);
      case 6 -> end(till, GatewayState.DENIED);
      case 7 -> takeBack(till);
      case 8 -> nameTaken(till);
      default -> giveOrTakePart(till);
    }
  }

  /** Money comes late, too little, too much; what is denied or taken back stays so. */
  private static void pay(Till till, long amount) {
    if (till.state != GatewayState.DENIED && !till.reversed && amount > 0) {
      till.paid += amount;
      till.state = till.paid >= till.asked ? GatewayState.PAID : till.state;
    }
  }

  private static void end(Till till, GatewayState end) {
    if (till.paid == 0) {
      till.state = end;
    }
  }

  /** The bank takes back all that is left. */
  private void takeBack(Till till) {
    if (till.state == GatewayState.PAID) {
      till.takenBack = till.paid - till.refunded();
      till.state = random.nextBoolean() ? GatewayState.DENIED : GatewayState.CHARGED_BACK;
      till.reversed = true;
    }
  }

  /** Somebody there gives a part back, or a bank takes one. */
  private void giveOrTakePart(Till till) {
    if (till.state == GatewayState.PAID && till.left() > 0) {
      Money amount = rupiah(1 + random.nextInt((int) till.left()));
      till.refunds.add(
          random.nextBoolean()
              ? refund("desk-" + random.nextLong(), amount)
              : taken("sum-" + random.nextLong(), amount));
    }
  }

  private static GatewayRefund taken(String key, Money amount) {
    return new GatewayRefund(
        key, Optional.empty(), amount, GatewayRefund.State.SUCCEEDED, Optional.of("CHARGED_BACK"));
  }

  /** What a bank took is in the list under another name than it was first told of. */
  private void nameTaken(Till till) {
    till.refunds.replaceAll(
        refund ->
            refund.isTakenByBank()
                ? taken("number-" + random.nextLong(), refund.amount())
                : refund);
  }

  /** All that it has taken and not given back. */
  long cash() {
    return referenceToTill.values().stream()
        .mapToLong(till -> till.paid + till.added() - till.refunded() - till.takenBack)
        .sum();
  }

  private static Money rupiah(long minor) {
    return new Money(minor, "IDR");
  }
}
