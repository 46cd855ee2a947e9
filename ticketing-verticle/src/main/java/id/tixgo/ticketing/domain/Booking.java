package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
    Optional<String> offer)
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
  }

  public int quantity() {
    return items.stream().mapToInt(BookingItem::quantity).sum();
  }

  /** How often its voucher is used. */
  public int voucherUses() {
    return items.stream().filter(BookingItem::byVoucher).mapToInt(BookingItem::quantity).sum();
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
    return new Booking(
        id, number, eventId, buyer, items, total, next, createdAt, expiresAt, now, paid, issued,
        why, voucher, offer);
  }
}
