package id.tixgo.simulator.xendit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Money given back of an invoice. Of one event loop. */
final class InvoiceRefund {
  private final String id;
  private final SimulatedInvoice invoice;
  private final String referenceId;
  private final long amount;
  private final String reason;
  private final Instant createdAt;
  private State state = State.PENDING;
  private Instant updatedAt;

  enum State {
    PENDING,
    SUCCEEDED,
    FAILED
  }

  InvoiceRefund(
      String id,
      SimulatedInvoice invoice,
      String referenceId,
      long amount,
      String reason,
      Instant createdAt) {
    this.id = requireNonNull(id);
    this.invoice = requireNonNull(invoice);
    this.referenceId = requireNonNull(referenceId);
    this.amount = amount;
    this.reason = requireNonNull(reason);
    this.createdAt = requireNonNull(createdAt);
    this.updatedAt = createdAt;
  }

  String id() {
    return id;
  }

  SimulatedInvoice invoice() {
    return invoice;
  }

  /** The merchant's own name of it. */
  String referenceId() {
    return referenceId;
  }

  long amount() {
    return amount;
  }

  String reason() {
    return reason;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  State state() {
    return state;
  }

  boolean isPending() {
    return state == State.PENDING;
  }

  boolean counts() {
    return state != State.FAILED;
  }

  void becomes(State next, Instant now) {
    state = requireNonNull(next);
    updatedAt = requireNonNull(now);
  }
}
