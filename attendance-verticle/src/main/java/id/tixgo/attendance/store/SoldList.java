package id.tixgo.attendance.store;

import static java.util.Collections.unmodifiableMap;

import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.common.clients.ticketing.TicketTypeFacts;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What Ticketing sells of an event: its ticket types, and the tickets that were issued. Those that
 * it has revoked stay, so that a door can say why.
 */
final class SoldList {
  private final StagedMap<SoldTicket> codeToTicket;
  private final StagedCell<Map<String, TicketTypeFacts>> idToType;

  /** How many aren't taken back. */
  private final StagedCell<Integer> good;

  SoldList(StagedMaps maps, MapGroup group, String eventId) {
    this.codeToTicket = maps.open("attendance.sold." + eventId, group);
    this.idToType = maps.cell(group);
    this.good = maps.cell();
  }

  boolean isOnSale() {
    return idToType.get().isPresent();
  }

  /** Whether it is when the transactions so far are stored; for transactions. */
  boolean willBeOnSale() {
    return idToType.staged().isPresent();
  }

  /** The ticket that a code means; any thread may ask. */
  Optional<Ticket> get(String code) {
    return find(code, codeToTicket::get).map(sold -> sold.of(type(sold, idToType.get())));
  }

  /** The ticket that a code will mean when the transactions so far are stored; for transactions. */
  Optional<Ticket> staged(String code) {
    return find(code).map(sold -> sold.of(type(sold, idToType.staged())));
  }

  /** The same as it was sold. */
  Optional<SoldTicket> find(String code) {
    return codeToTicket.isUnused() ? Optional.empty() : find(code, codeToTicket::staged);
  }

  /** All of them, those that were taken back too; any thread may ask. */
  Stream<Ticket> values() {
    return sold().map(sold -> sold.of(type(sold, idToType.get())));
  }

  Stream<SoldTicket> sold() {
    return codeToTicket.values().stream();
  }

  Stream<TicketTypeFacts> types() {
    return idToType.get().stream().flatMap(types -> types.values().stream());
  }

  /** How many are good. */
  int size() {
    return good.get().orElse(0);
  }

  /** About how many entries of the log it takes. */
  int entries() {
    return codeToTicket.size() + idToType.get().map(Map::size).orElse(0);
  }

  /** For projections: a ticket as it is now. */
  void put(SoldTicket sold) {
    int before = codeToTicket.staged(sold.code()).map(SoldList::one).orElse(0);
    good.set(good.staged().orElse(0) - before + one(sold));
    codeToTicket.put(sold.code(), sold);
  }

  /** For projections: a type as it is now. */
  void put(TicketTypeFacts type) {
    SortedMap<String, TicketTypeFacts> types = new TreeMap<>(idToType.staged().orElse(Map.of()));
    types.put(type.id(), type);
    idToType.set(unmodifiableMap(types));
  }

  /** For projections: a type isn't sold any more; without the last one the event isn't. */
  void removeType(String id) {
    SortedMap<String, TicketTypeFacts> types = new TreeMap<>(idToType.staged().orElse(Map.of()));
    types.remove(id);
    if (types.isEmpty()) {
      idToType.clear();
    } else {
      idToType.set(unmodifiableMap(types));
    }
  }

  /** For projections: nothing was ever sold. */
  void clear() {
    codeToTicket.clear();
    idToType.clear();
    good.clear();
  }

  /** Codes are sold in capitals alone. */
  private static Optional<SoldTicket> find(
      String code, Function<String, Optional<SoldTicket>> tickets) {
    Optional<SoldTicket> exact = tickets.apply(code);
    return exact.isPresent() ? exact : tickets.apply(TicketCode.fold(code));
  }

  private static Optional<TicketTypeFacts> type(
      SoldTicket sold, Optional<Map<String, TicketTypeFacts>> types) {
    return types.map(all -> all.get(sold.ticketTypeId()));
  }

  private static int one(SoldTicket sold) {
    return sold.takenBack() ? 0 : 1;
  }
}
