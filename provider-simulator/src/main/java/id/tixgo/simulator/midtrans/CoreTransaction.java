package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One attempt to pay an order. Of one event loop. */
final class CoreTransaction {
  private final String id;
  private final SnapTerms terms;
  private final SnapMethod method;
  private final String code;
  private final Instant createdAt;
  private final Instant expiresAt;
  private final List<CoreRefund> refunds = new ArrayList<>(0);
  private CoreStatus status = CoreStatus.PENDING;
  private boolean challenged;
  private long amount;
  private long fee;
  private String currency = "IDR";
  private Optional<Instant> settledAt = Optional.empty();

  /**
   * @param code the number that the buyer pays to
   */
  CoreTransaction(
      String id,
      SnapTerms terms,
      SnapMethod method,
      String code,
      Instant createdAt,
      Instant expiresAt) {
    this.id = requireNonNull(id);
    this.terms = requireNonNull(terms);
    this.method = requireNonNull(method);
    this.code = requireNonNull(code);
    this.createdAt = requireNonNull(createdAt);
    this.expiresAt = requireNonNull(expiresAt);
    this.amount = terms.amount();
  }

  String id() {
    return id;
  }

  SnapTerms terms() {
    return terms;
  }

  SnapMethod method() {
    return method;
  }

  String code() {
    return code;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  CoreStatus status() {
    return status;
  }

  boolean is(CoreStatus... some) {
    return List.of(some).contains(status);
  }

  /** Whether the fraud detection holds it. */
  boolean isChallenged() {
    return challenged;
  }

  /** What was paid, or is to be, with the gateway's fee. */
  long grossAmount() {
    return amount + fee;
  }

  long fee() {
    return fee;
  }

  String currency() {
    return currency;
  }

  Optional<Instant> settledAt() {
    return settledAt;
  }

  List<CoreRefund> refunds() {
    return List.copyOf(refunds);
  }

  long refunded() {
    return refunds.stream().mapToLong(CoreRefund::amount).sum();
  }

  void imposeFee(long newFee) {
    fee = newFee;
  }

  /** The buyer paid this much, whatever was asked. */
  void pays(long newAmount, String newCurrency) {
    amount = newAmount;
    currency = newCurrency;
  }

  void becomes(CoreStatus next) {
    status = next;
    challenged = false;
  }

  void isHeld() {
    status = CoreStatus.CAPTURE;
    challenged = true;
  }

  void settles(Instant now) {
    becomes(CoreStatus.SETTLEMENT);
    settledAt = Optional.of(now);
  }

  void gives(CoreRefund refund) {
    refunds.add(refund);
    boolean isWhole = refunded() == grossAmount();
    becomes(isWhole ? CoreStatus.REFUND : CoreStatus.PARTIAL_REFUND);
  }

  /** The bank has carried out the refund of this number. */
  void confirms(int number, Instant at) {
    refunds.replaceAll(refund -> refund.number() == number ? refund.confirmed(at) : refund);
  }
}
