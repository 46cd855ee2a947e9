package id.tixgo.simulator.xendit;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An invoice of Xendit's. Of one event loop. */
final class SimulatedInvoice {
  private final String id;
  private final InvoiceTerms terms;
  private final Instant createdAt;
  private final List<InvoiceRefund> refunds = new ArrayList<>(0);
  private InvoiceStatus status = InvoiceStatus.PENDING;
  private Instant updatedAt;
  private Optional<XenditChannel> chosen = Optional.empty();
  private Optional<InvoicePayment> payment = Optional.empty();

  /**
   * What the merchant asks for.
   *
   * @param echo members that come back as they are
   * @param channels in their order on the page, at least one
   */
  record InvoiceTerms(
      String externalId,
      long amount,
      Instant expiresAt,
      JsonObject echo,
      List<XenditChannel> channels) {
    InvoiceTerms {
      requireNonNull(externalId);
      requireNonNull(expiresAt);
      requireNonNull(echo);
      channels = List.copyOf(channels);
    }

    /** A text that comes back, or an empty one. */
    String text(String name) {
      return echo.getString(name, "");
    }
  }

  /** Money that came. */
  record InvoicePayment(
      String id, XenditChannel channel, long amount, String currency, Instant at) {
    InvoicePayment {
      requireNonNull(id);
      requireNonNull(channel);
      requireNonNull(currency);
      requireNonNull(at);
    }
  }

  SimulatedInvoice(String id, InvoiceTerms terms, Instant createdAt) {
    this.id = requireNonNull(id);
    this.terms = requireNonNull(terms);
    this.createdAt = requireNonNull(createdAt);
    this.updatedAt = createdAt;
  }

  String id() {
    return id;
  }

  InvoiceTerms terms() {
    return terms;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  InvoiceStatus status() {
    return status;
  }

  boolean isPending() {
    return status == InvoiceStatus.PENDING;
  }

  boolean isPaid() {
    return status == InvoiceStatus.PAID || status == InvoiceStatus.SETTLED;
  }

  /** What the buyer picked on the page. */
  Optional<XenditChannel> chosen() {
    return chosen;
  }

  void choose(Optional<XenditChannel> channel) {
    chosen = requireNonNull(channel);
  }

  /** The money that came, also if it came too late. */
  Optional<InvoicePayment> payment() {
    return payment;
  }

  void becomes(InvoiceStatus next, Instant now) {
    status = requireNonNull(next);
    updatedAt = requireNonNull(now);
  }

  /** Money has come; an invoice that has expired stays so. */
  void receives(InvoicePayment money) {
    payment = Optional.of(money);
    becomes(isPending() ? InvoiceStatus.PAID : status, money.at());
  }

  List<InvoiceRefund> refunds() {
    return List.copyOf(refunds);
  }

  void add(InvoiceRefund refund) {
    refunds.add(refund);
  }

  /** What can still be given back: what failed counts no more. */
  long refundable() {
    long given =
        refunds.stream().filter(InvoiceRefund::counts).mapToLong(InvoiceRefund::amount).sum();
    return payment.map(InvoicePayment::amount).orElse(0L) - given;
  }
}
