package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.FoundTickets;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMaps;
import java.util.List;
import java.util.Optional;

/** Which tickets an event lets in: those of its list or, without one, any. */
final class EventTickets {
  final TicketList tickets;
  final ListChanges changes = new ListChanges();
  private final MapGroup group = new MapGroup();
  private final StagedCell<Integer> listed;

  /** The last change before the list was taken away. */
  private final StagedCell<Long> unlisted;

  EventTickets(StagedMaps maps, String eventId) {
    this.tickets = new TicketList(maps, group, eventId);
    this.listed = maps.cell(group);
    this.unlisted = maps.cell();
  }

  boolean isListed() {
    return listed.get().isPresent();
  }

  /** The whole list. Not for an event loop. */
  FoundTickets all() {
    return group.read(() -> new FoundTickets(isListed(), List.copyOf(tickets.values())));
  }

  /** Whether there is a list when the transactions so far are stored; for transactions. */
  boolean willBeListed() {
    return listed.staged().isPresent();
  }

  /**
   * What will be known of a ticket: without a list, whether it was revoked while there was one; for
   * transactions.
   */
  Optional<Ticket> staged(String code) {
    Optional<Ticket> onList = tickets.staged(code);
    return onList.isPresent() || willBeListed() ? onList : tickets.revoked(code);
  }

  /** For projections: from now on tickets must be on the list, which has these too. */
  void put(List<Ticket> more) {
    tickets.put(more);
    listed.set(listed.staged().orElse(0) + 1);
    unlisted.clear();
  }

  /**
   * For projections: from now on any ticket is good.
   *
   * @param lastSeq the event's last change so far
   */
  void remove(long lastSeq) {
    tickets.clear();
    listed.clear();
    unlisted.set(lastSeq);
  }

  /** The last change before the list was taken away; empty when there was none, or is one. */
  Optional<Long> unlisted() {
    return unlisted.get();
  }

  /** The same when the transactions so far are stored; for transactions. */
  Optional<Long> willBeUnlisted() {
    return unlisted.staged();
  }
}
