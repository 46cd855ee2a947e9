package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.CheckIns.LateScan;
import id.tixgo.common.clients.event.EventFacts;
import java.util.Optional;

/**
 * What a door knows when a ticket is held up.
 *
 * @param event what Event tells of it; empty when nobody made it
 * @param listed whether the event has a ticket list
 * @param ticket the ticket on that list; without a list, one that was revoked while there was one
 * @param state of the ticket
 */
public record EntryPolicy(
    EventPolicy policy,
    Optional<EventFacts> event,
    Rules rules,
    boolean listed,
    Optional<Ticket> ticket,
    TicketState state,
    Counts counts) {
  public EntryPolicy {
    requireNonNull(policy);
    requireNonNull(event);
    requireNonNull(rules);
    requireNonNull(ticket);
    requireNonNull(state);
    requireNonNull(counts);
  }

  /** The same door when so many of a group have passed that come before. */
  public EntryPolicy behind(int passed) {
    Counts then = counts.plus(counts.lastSeq() + passed, passed, passed);
    return new EntryPolicy(policy, event, rules, listed, ticket, state, then);
  }

  /** What comes of a scan that is the next thing to happen. */
  public Outcome decide(Scan scan) {
    Optional<Refusal> refusal = refusal(scan);
    boolean entry = refusal.isEmpty() && scan.direction() == Direction.IN;
    ScanRecord kept =
        scan.record(
            refusal,
            entry && state.checkIn().isEmpty(),
            ticket.flatMap(Ticket::ticketType),
            Optional.empty(),
            counts.lastSeq() + 1);
    return new Outcome(kept, state.checkIn(), ticket);
  }

  /**
   * What comes of a scan that was made before, while its device was offline. Whoever it turned away
   * is not in; whoever it let through is: only the event and the list can speak against it. The
   * ticket's earliest scan is its check-in, in whatever order scans arrive.
   */
  public ScanRecord merge(LateScan made, Arrival arrival) {
    ScanTime time = ScanTime.of(made, rules, event, arrival.at());
    Scan scan = made.scan().madeAt(time.at());
    boolean in = scan.direction() == Direction.IN;
    Optional<Refusal> refusal =
        made.refusal().or(() -> in ? ofEventOrTicket(scan).filter(made::isTold) : Optional.empty());
    OfflineInfo offline = OfflineInfo.of(made, time, arrival, rules.reentry());
    ScanRecord late = record(scan, refusal, false, offline);
    boolean first = late.isEntry() && state.checkIn().map(late::isBefore).orElse(true);
    return record(scan, refusal, first, offline.about(in ? other(late, first) : Optional.empty()));
  }

  private Optional<Long> other(ScanRecord late, boolean first) {
    Optional<ScanRecord> other =
        first || !late.isEntry() ? state.checkIn() : state.after(late).other(late);
    return other.map(ScanRecord::seq);
  }

  private ScanRecord record(
      Scan scan, Optional<Refusal> refusal, boolean first, OfflineInfo offline) {
    return scan.record(
        refusal,
        first,
        ticket.flatMap(Ticket::ticketType),
        Optional.of(offline),
        counts.lastSeq() + 1);
  }

  private Optional<Refusal> refusal(Scan scan) {
    return scan.direction() == Direction.IN ? entry(scan) : exit();
  }

  private Optional<Refusal> entry(Scan scan) {
    Optional<Refusal> ofTicket = ofEventOrTicket(scan);
    if (ofTicket.isPresent()) {
      return ofTicket;
    }
    if (state.checkIn().isPresent() && (state.inside() || !rules.reentry())) {
      return Optional.of(Refusal.ALREADY_CHECKED_IN);
    }
    if (!rules.areOpen(scan.at())) {
      return Optional.of(Refusal.DOORS_CLOSED);
    }
    return rules.areFull(counts.inside(), event)
        ? Optional.of(Refusal.EVENT_FULL)
        : Optional.empty();
  }

  private Optional<Refusal> ofEventOrTicket(Scan scan) {
    Optional<Refusal> ofEvent = policy.refusal(event);
    return ofEvent.isPresent() ? ofEvent : ofTicket(scan);
  }

  private Optional<Refusal> ofTicket(Scan scan) {
    if (ticket.isPresent() && ticket.get().revoked().isPresent()) {
      return Optional.of(Refusal.TICKET_REVOKED);
    }
    if (!listed) {
      return Optional.empty();
    }
    if (ticket.isEmpty()) {
      return Optional.of(Refusal.UNKNOWN_TICKET);
    }
    return ticket.get().isFor(scan.gate()) ? Optional.empty() : Optional.of(Refusal.WRONG_GATE);
  }

  /** Whoever is inside may leave, whatever became of the event. */
  private Optional<Refusal> exit() {
    if (state.inside()) {
      return Optional.empty();
    }
    Refusal outside = state.checkIn().isPresent() ? Refusal.ALREADY_OUTSIDE : Refusal.NOT_INSIDE;
    return policy.refusal(event).or(() -> Optional.of(outside));
  }
}
