package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import io.vertx.core.shareddata.Shareable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The tickets on an event's list, and which were ever revoked: a seller's list knows nothing of
 * that, so another list, or none, changes nothing of it. A code that isn't on it means the one that
 * differs by case alone, where there is just one.
 */
final class TicketList {
  private final StagedMap<Ticket> codeToTicket;

  /** Codes by what is the same whatever the case; without those that need no index. */
  private final StagedMap<Alike> foldToCodes;

  private final StagedMap<Ticket> codeToRevoked;

  private record Alike(List<String> codes) implements Shareable {
    static final Alike NONE = new Alike(List.of());

    Alike with(String code) {
      return codes.contains(code)
          ? this
          : new Alike(Stream.concat(codes.stream(), Stream.of(code)).toList());
    }
  }

  TicketList(StagedMaps maps, MapGroup list, String eventId) {
    this.codeToTicket = maps.open("attendance.tickets." + eventId, list);
    this.foldToCodes = maps.open("attendance.folds." + eventId);
    this.codeToRevoked = maps.open("attendance.revoked." + eventId);
  }

  /** The ticket that a code means; any thread may ask. */
  Optional<Ticket> get(String code) {
    return find(code, codeToTicket::get, foldToCodes::get);
  }

  /** The ticket that a code will mean when the decisions so far are stored; for decisions. */
  Optional<Ticket> staged(String code) {
    return find(code, codeToTicket::staged, foldToCodes::staged);
  }

  /** The ticket with this very code that was revoked, on the list or not; for decisions. */
  Optional<Ticket> revoked(String code) {
    return codeToRevoked.staged(code);
  }

  /** Whether the list has this very code; for decisions. */
  boolean isListed(Ticket ticket) {
    return codeToTicket.staged(ticket.ticketId()).isPresent();
  }

  Collection<Ticket> values() {
    return codeToTicket.values();
  }

  int size() {
    return codeToTicket.size();
  }

  /** How many there will be when the decisions so far are stored; for decisions. */
  int draftSize() {
    return codeToTicket.draftSize();
  }

  /** Those that were revoked and aren't on the list. */
  Stream<Ticket> revokedElsewhere() {
    return codeToRevoked.values().stream()
        .filter(ticket -> codeToTicket.get(ticket.ticketId()).isEmpty());
  }

  /** For projections: a ticket of a list. */
  void put(Ticket ticket) {
    Optional<String> revoked = codeToRevoked.staged(ticket.ticketId()).flatMap(Ticket::revoked);
    set(ticket.revoked().isPresent() ? ticket : ticket.withRevoked(revoked));
  }

  /** For projections: a ticket as it is now. */
  void set(Ticket ticket) {
    String code = ticket.ticketId();
    String fold = TicketCode.fold(code);
    codeToTicket.put(code, ticket);
    setRevoked(ticket);
    if (!code.equals(fold) && !code.equals(small(fold))) {
      foldToCodes.put(fold, foldToCodes.staged(fold).orElse(Alike.NONE).with(code));
    }
  }

  /** For projections: whether a ticket is revoked now, be it on the list or not. */
  void setRevoked(Ticket ticket) {
    if (ticket.revoked().isPresent()) {
      codeToRevoked.put(ticket.ticketId(), Ticket.unlisted(ticket.ticketId(), ticket.revoked()));
    } else if (codeToRevoked.staged(ticket.ticketId()).isPresent()) {
      codeToRevoked.remove(ticket.ticketId());
    }
  }

  /** For projections: no ticket is on the list. */
  void clear() {
    codeToTicket.clear();
    foldToCodes.clear();
  }

  private static Optional<Ticket> find(
      String code,
      Function<String, Optional<Ticket>> tickets,
      Function<String, Optional<Alike>> codes) {
    Optional<Ticket> exact = tickets.apply(code);
    return exact.isPresent() ? exact : onlyAlike(TicketCode.fold(code), tickets, codes);
  }

  /**
   * Codes in capitals, or in small letters, as most lists have them, are found without an index.
   */
  private static Optional<Ticket> onlyAlike(
      String fold,
      Function<String, Optional<Ticket>> tickets,
      Function<String, Optional<Alike>> codes) {
    Stream<String> mixed = codes.apply(fold).orElse(Alike.NONE).codes().stream();
    List<Ticket> alike =
        Stream.concat(Stream.of(fold, small(fold)).distinct(), mixed)
            .flatMap(code -> tickets.apply(code).stream())
            .toList();
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }

  private static String small(String fold) {
    return fold.toLowerCase(Locale.ROOT);
  }
}
