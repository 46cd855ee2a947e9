package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What somebody has booked at one event, with the tickets that came of it.
 *
 * @param number its place in the order of all bookings
 * @param total what is to be paid for all items
 * @param expiresAt until when its places are held
 * @param receipt that it was paid
 * @param tickets issued when it was paid, one a place
 * @param reason why it was cancelled
 * @param voucher the code that some of its places use
 * @param offer the entry of the waiting list that it is offered to
 * @param refunds what was given back of what was paid, in order
 */
public record Booking(
    String id,
    long number,
    String eventId,
    Buyer buyer,
    List<BookingItem> items,
    Money total,
    BookingStatus status,
    Instant createdAt,
    Instant expiresAt,
    Instant updatedAt,
    Optional<Receipt> receipt,
    List<IssuedTicket> tickets,
    Optional<String> reason,
    Optional<String> voucher,
    Optional<String> offer,
    List<BookingRefund> refunds)
    implements Shareable {
  public Booking {
    requireNonNull(id);
    requireNonNull(eventId);
    requireNonNull(buyer);
    items = List.copyOf(items);
    requireNonNull(total);
    requireNonNull(status);
    requireNonNull(createdAt);
    requireNonNull(expiresAt);
    requireNonNull(updatedAt);
    requireNonNull(receipt);
    tickets = List.copyOf(tickets);
    requireNonNull(reason);
    requireNonNull(voucher);
    requireNonNull(offer);
    refunds = List.copyOf(refunds);
  }

  public int quantity() {
    return items.stream().mapToInt(BookingItem::quantity).sum();
  }

  /** How many places of an item it takes, while it takes any: those given back are free. */
  public int places(BookingItem item) {
    return item.quantity() - count(item, IssuedTicket::revoked);
  }

  /** How many places of an item were given back. */
  public int refundedPlaces(BookingItem item) {
    return status == BookingStatus.REFUNDED
        ? item.quantity()
        : count(
            item, t -> refunds.stream().anyMatch(refund -> refund.tickets().contains(t.code())));
  }

  /** How many tickets of an item a refund was for. */
  int ticketsOf(BookingItem item, BookingRefund refund) {
    return count(item, ticket -> refund.tickets().contains(ticket.code()));
  }

  private int count(BookingItem item, Predicate<IssuedTicket> which) {
    return (int)
        tickets.stream()
            .filter(ticket -> ticket.ticketTypeId().equals(item.ticketTypeId()))
            .filter(which)
            .count();
  }

  /** How often its voucher is used. */
  public int voucherUses() {
    return items.stream().filter(BookingItem::byVoucher).mapToInt(this::places).sum();
  }

  /** What was given back; of bookings from before it was noted, all. */
  public Money refunded() {
    return status == BookingStatus.REFUNDED && refunds.isEmpty()
        ? total
        : refunds.stream()
            .map(BookingRefund::amount)
            .reduce(Money.zero(total.currency()), Money::plus);
  }

  /** Whether it was paid by that payment of Payment's. */
  boolean isPaidBy(long paymentId) {
    return receipt.flatMap(Receipt::paymentId).filter(id -> id == paymentId).isPresent();
  }

  public boolean isFree() {
    return total.minor() == 0;
  }

  /** Whether its places aren't held any more, even if nobody has noticed. */
  public boolean isDue(Instant now) {
    return status == BookingStatus.PENDING && !now.isBefore(expiresAt);
  }

  public Optional<IssuedTicket> ticket(String code) {
    return tickets.stream().filter(ticket -> ticket.code().equals(code)).findFirst();
  }

  Booking paid(Receipt paid, List<IssuedTicket> issued) {
    return with(BookingStatus.PAID, paid.at(), Optional.of(paid), issued, reason);
  }

  /** Without its places: they can be had again, and its tickets open no door. */
  public Booking ended(BookingStatus end, Optional<String> why, Instant now) {
    List<IssuedTicket> worthless = tickets.stream().map(IssuedTicket::asRevoked).toList();
    return with(end, now, receipt, worthless, why);
  }

  /**
   * Less what was given back: the tickets that it was given back for open no door. One that was
   * paid is refunded when all was given back, or when none of its tickets is good any more.
   *
   * @param whole whether nothing of what was paid is left
   */
  Booking lessRefund(BookingRefund refund, boolean whole, Optional<String> why) {
    Booking less = withRefund(refund);
    boolean over = whole || less.tickets.stream().allMatch(IssuedTicket::revoked);
    return status == BookingStatus.PAID && over
        ? less.ended(BookingStatus.REFUNDED, why, refund.at())
        : less;
  }

  private Booking withRefund(BookingRefund refund) {
    List<IssuedTicket> left =
        tickets.stream()
            .map(ticket -> refund.tickets().contains(ticket.code()) ? ticket.asRevoked() : ticket)
            .toList();
    List<BookingRefund> all = Stream.concat(refunds.stream(), Stream.of(refund)).toList();
    return with(status, refund.at(), receipt, left, reason, all);
  }

  Booking withTicket(String code, IssuedTicket changed, Instant now) {
    List<IssuedTicket> all =
        tickets.stream().map(ticket -> ticket.code().equals(code) ? changed : ticket).toList();
    return with(status, now, receipt, all, reason);
  }

  private Booking with(
      BookingStatus next,
      Instant now,
      Optional<Receipt> paid,
      List<IssuedTicket> issued,
      Optional<String> why) {
    return with(next, now, paid, issued, why, refunds);
  }

  private Booking with(
      BookingStatus next,
      Instant now,
      Optional<Receipt> paid,
      List<IssuedTicket> issued,
      Optional<String> why,
      List<BookingRefund> given) {
    return new Booking(
        id, number, eventId, buyer, items, total, next, createdAt, expiresAt, now, paid, issued,
        why, voucher, offer, given);
  }
}
