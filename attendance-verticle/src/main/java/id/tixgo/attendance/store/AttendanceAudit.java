package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.Resolution;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.Undo;
import id.tixgo.attendance.store.Entry.Revocation;
import id.tixgo.attendance.store.Entry.RulesSet;
import id.tixgo.attendance.store.Entry.TicketSet;
import id.tixgo.attendance.store.Entry.TicketsRemoved;
import id.tixgo.attendance.store.Entry.TicketsSet;
import id.tixgo.common.store.audit.AuditRule;
import id.tixgo.common.store.feed.FeedPosition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the audit says of the door: who holds a ticket stands in the list, not there. */
final class AttendanceAudit {
  private static final String LIST = "list";
  private static final String TICKET = "ticket";
  private static final String[] OF_LISTS = {"tickets", "added"};
  private static final String[] OF_TICKETS = {"revoked", "gates", "ticket_type"};

  private AttendanceAudit() {}

  /** How many tickets are on an event's list. */
  private record Listed(int tickets) {}

  /** How many were sent to be added to it; some may have been there. */
  private record Added(int added) {}

  static List<AuditRule<?>> rules(AttendanceState state) {
    return List.of(
        AuditRule.of(RulesSet.class, "rules", set -> Stream.of(set.eventId()))
            .from(set -> state.find(set.eventId()).map(EventAggregate::stagedRules))
            .to(RulesSet::rules)
            .showing("reentry", "capacity", "opens_at", "closes_at"),
        AuditRule.of(TicketsSet.class, LIST, set -> Stream.of(set.eventId()))
            .from(set -> set.replace() ? listed(state, set.eventId()) : Optional.empty())
            .to(
                set ->
                    set.replace()
                        ? new Listed(set.tickets().size())
                        : new Added(set.tickets().size()))
            .showing(OF_LISTS),
        AuditRule.of(TicketsRemoved.class, LIST, removed -> Stream.of(removed.eventId()))
            .from(removed -> listed(state, removed.eventId()))
            .gone()
            .showing(OF_LISTS),
        AuditRule.of(TicketSet.class, TICKET, s -> Stream.of(s.ticket().ticketId(), s.eventId()))
            .from(s -> known(state, s.eventId(), s.ticket().ticketId()))
            .to(TicketSet::ticket)
            .showing(OF_TICKETS),
        AuditRule.of(Revocation.class, TICKET, r -> Stream.of(r.ticketId(), r.eventId()))
            .from(r -> known(state, r.eventId(), r.ticketId()))
            .to(Revocation::ticket)
            .showing(OF_TICKETS),
        AuditRule.of(SoldTicket.class, TICKET, sold -> Stream.of(sold.code(), sold.eventId()))
            .from(sold -> known(state, sold.eventId(), sold.code()))
            .to(SoldTicket::ticket)
            .showing(OF_TICKETS),
        AuditRule.of(Undo.class, "checkin", u -> Stream.of(u.ticketId(), u.eventId()))
            .showing("event_id", "reason"),
        AuditRule.of(Resolution.class, "conflict", r -> Stream.of(r.conflict(), r.eventId()))
            .showing("event_id", "ticket_id", "note"),
        AuditRule.of(FeedPosition.class, "feed", position -> Stream.of(position.feed())));
  }

  private static Optional<Listed> listed(AttendanceState state, String eventId) {
    return state
        .find(eventId)
        .filter(book -> book.list.willBeUploaded())
        .map(book -> new Listed(book.list.tickets.draftSize()));
  }

  private static Optional<Ticket> known(AttendanceState state, String eventId, String code) {
    return state.find(eventId).flatMap(book -> book.list.staged(code));
  }
}
