package id.tixgo.ticketing.http;

import id.tixgo.common.caller.Caller;
import id.tixgo.ticketing.domain.Access;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingItem;
import id.tixgo.ticketing.domain.Buyer;
import id.tixgo.ticketing.domain.Holder;
import id.tixgo.ticketing.domain.Receipt;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A booking as its owner or staff sees it. */
record BookingJson(
    String id,
    String eventId,
    long userId,
    String username,
    HolderJson buyer,
    List<Item> items,
    int quantity,
    BigDecimal totalPrice,
    String currency,
    BigDecimal refundedAmount,
    String status,
    Instant createdAt,
    Instant expiresAt,
    Instant updatedAt,
    List<Payment> payments,
    List<IssuedTicketJson> tickets,
    String reason,
    String voucher,
    boolean offer) {

  record HolderJson(String name, String email) {
    static HolderJson of(Holder holder) {
      return new HolderJson(holder.name().orElse(null), holder.email().orElse(null));
    }
  }

  record Item(
      String ticketTypeId,
      String ticketType,
      String title,
      int quantity,
      BigDecimal price,
      BigDecimal total,
      List<HolderJson> holders) {
    static Item of(BookingItem item) {
      return new Item(
          item.ticketTypeId(),
          item.ticketType(),
          item.title(),
          item.quantity(),
          item.price().major(),
          item.total().major(),
          item.holders().stream().map(HolderJson::of).toList());
    }
  }

  record Payment(
      String method,
      String reference,
      BigDecimal amount,
      String currency,
      Instant at,
      String confirmedBy,
      Long paymentId) {
    private static final String STAFF = "staff";

    /** Buyers hear that staff took it, and not who. */
    static Payment of(Booking booking, Receipt receipt, Caller caller) {
      boolean isNamed =
          Access.isStaff(caller)
              || receipt.paymentId().isPresent()
              || receipt.by().equals(booking.buyer().username());
      return new Payment(
          receipt.method(),
          receipt.reference().orElse(null),
          receipt.amount().major(),
          receipt.amount().currency(),
          receipt.at(),
          isNamed ? receipt.by() : STAFF,
          receipt.paymentId().orElse(null));
    }
  }

  static BookingJson of(Booking booking, Caller caller) {
    Buyer buyer = booking.buyer();
    return new BookingJson(
        booking.id(),
        booking.eventId(),
        buyer.userId(),
        buyer.username(),
        buyer.guest().map(HolderJson::of).orElse(null),
        booking.items().stream().map(Item::of).toList(),
        booking.quantity(),
        booking.total().major(),
        booking.total().currency(),
        booking.refunded().major(),
        booking.status().name(),
        booking.createdAt(),
        booking.expiresAt(),
        booking.updatedAt(),
        booking.receipt().stream().map(receipt -> Payment.of(booking, receipt, caller)).toList(),
        IssuedTicketJson.all(booking, Map.of()),
        booking.reason().orElse(null),
        booking.voucher().orElse(null),
        booking.offer().isPresent());
  }
}
