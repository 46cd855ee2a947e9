package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.FoundTickets;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMaps;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which tickets an event lets in: those of the list that was uploaded and those that Ticketing
 * sells, side by side; where there is neither, any.
 */
final class EventTickets {
  final TicketList tickets;
  final SoldList sold;
  final ListChanges changes = new ListChanges();
  private final MapGroup group = new MapGroup();
  private final StagedCell<Integer> uploaded;

  /** The last change before the list was taken away. */
  private final StagedCell<Long> unlisted;

  EventTickets(StagedMaps maps, String eventId) {
    this.tickets = new TicketList(maps, group, eventId);
    this.sold = new SoldList(maps, group, eventId);
    this.uploaded = maps.cell(group);
    this.unlisted = maps.cell();
  }

  /** Whether only tickets that are known enter. */
  boolean isListed() {
    return isUploaded() || sold.isOnSale();
  }

  boolean isUploaded() {
    return uploaded.get().isPresent();
  }

  /** The whole list. Not for an event loop. */
  FoundTickets all() {
    return group.read(
        () ->
            new FoundTickets(
                isListed(), Stream.concat(tickets.values().stream(), sold.values()).toList()));
  }

  /** How many may come, revoked ones of an uploaded list too. */
  int size() {
    return tickets.size() + sold.size();
  }

  /** The ticket that a code means; any thread may ask. */
  Optional<Ticket> get(String code) {
    Optional<Ticket> issued = sold.get(code);
    return issued.isPresent() ? issued : tickets.get(code);
  }

  /** Whether it is listed when the transactions so far are stored; for transactions. */
  boolean willBeListed() {
    return willBeUploaded() || sold.willBeOnSale();
  }

  /** The same of a list that was uploaded. */
  boolean willBeUploaded() {
    return uploaded.staged().isPresent();
  }

  /** The ticket that a code will mean when the transactions so far are stored; for transactions. */
  Optional<Ticket> staged(String code) {
    Optional<Ticket> issued = sold.staged(code);
    return issued.isPresent() ? issued : tickets.staged(code);
  }

  /** The same or, without a list, the ticket that was revoked while there was one. */
  Optional<Ticket> known(String code) {
    Optional<Ticket> ticket = staged(code);
    return ticket.isPresent() || willBeListed() ? ticket : tickets.revoked(code);
  }

  /**
   * For projections: from now on tickets must be known, as these are. Sold ones stay as they are.
   */
  void put(List<Ticket> more) {
    tickets.put(more.stream().filter(ticket -> sold.find(ticket.ticketId()).isEmpty()).toList());
    uploaded.set(uploaded.staged().orElse(0) + 1);
    unlisted.clear();
  }

  /** For projections: a ticket as Ticketing says, whatever a list said of its code. */
  void sell(SoldTicket ticket) {
    tickets.remove(ticket.code());
    sold.put(ticket);
  }

  /**
   * For projections: from now on any ticket is good, but where tickets are sold.
   *
   * @param lastSeq the event's last change so far
   */
  void remove(long lastSeq) {
    tickets.clear();
    uploaded.clear();
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
