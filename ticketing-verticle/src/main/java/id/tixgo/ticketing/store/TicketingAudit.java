package id.tixgo.ticketing.store;

import id.tixgo.common.store.audit.AuditRule;
import id.tixgo.common.store.feed.FeedPosition;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.IssuedTicket;
import id.tixgo.ticketing.domain.TicketType;
import id.tixgo.ticketing.domain.Voucher;
import id.tixgo.ticketing.store.TicketTypeTable.TicketTypeRemoved;
import id.tixgo.ticketing.store.VoucherTable.VoucherRemoved;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the audit says of sales: who buys, and whose name is on a ticket, stand in the booking. */
final class TicketingAudit {
  private static final String TYPE = "ticket-type";
  private static final String VOUCHER = "voucher";
  private static final String[] OF_TYPES = {"event_id", "details"};
  private static final String[] OF_VOUCHERS = {
    "event_id",
    "kind",
    "percent",
    "money",
    "ticket_type_ids",
    "max_uses",
    "valid_from",
    "valid_until"
  };

  private TicketingAudit() {}

  static List<AuditRule<?>> rules(TicketingState state) {
    return List.of(
        AuditRule.of(TicketType.class, TYPE, type -> Stream.of(type.id()))
            .from(type -> state.ticketTypes.staged(type.id()))
            .showing(OF_TYPES),
        AuditRule.of(TicketTypeRemoved.class, TYPE, removed -> Stream.of(removed.id()))
            .from(removed -> state.ticketTypes.staged(removed.id()))
            .gone()
            .showing(OF_TYPES),
        AuditRule.of(Voucher.class, VOUCHER, voucher -> Stream.of(voucher.code()))
            .from(voucher -> state.vouchers.staged(voucher.code()))
            .showing(OF_VOUCHERS),
        AuditRule.of(VoucherRemoved.class, VOUCHER, removed -> Stream.of(removed.code()))
            .from(removed -> state.vouchers.staged(removed.code()))
            .gone()
            .showing(OF_VOUCHERS),
        AuditRule.of(Booking.class, "booking", booking -> names(state, booking))
            .from(booking -> state.bookings.staged(booking.id()))
            .showing("status", "reason"),
        AuditRule.of(FeedPosition.class, "feed", position -> Stream.of(position.feed())));
  }

  /** A ticket has another code when it is somebody else's. */
  private static Stream<?> names(TicketingState state, Booking booking) {
    Optional<Booking> before = state.bookings.staged(booking.id());
    return Stream.concat(
        Stream.of(booking.id()),
        Stream.concat(before.stream(), Stream.of(booking))
            .flatMap(known -> known.tickets().stream())
            .map(IssuedTicket::code));
  }
}
