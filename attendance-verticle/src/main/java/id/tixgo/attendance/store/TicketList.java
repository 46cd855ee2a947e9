package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import java.util.Collection;
import java.util.List;
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

  /** Without those that need no index. */
  private final AlikeCodes codes;

  private final StagedMap<Ticket> codeToRevoked;
  private final AlikeCodes revokedCodes;

  TicketList(StagedMaps maps, MapGroup list, String eventId) {
    this.codeToTicket = maps.open("attendance.tickets." + eventId, list);
    this.codes = new AlikeCodes(maps, "attendance.folds." + eventId);
    this.codeToRevoked = maps.open("attendance.revoked." + eventId);
    this.revokedCodes = new AlikeCodes(maps, "attendance.revoked_folds." + eventId);
  }

  /** The ticket that a code means; any thread may ask. */
  Optional<Ticket> get(String code) {
    return find(code, codeToTicket::get, codes::get);
  }

  /** The ticket that a code will mean when the transactions so far are stored; for transactions. */
  Optional<Ticket> staged(String code) {
    return codeToTicket.isUnused()
        ? Optional.empty()
        : find(code, codeToTicket::staged, codes::staged);
  }

  /**
   * The ticket that was revoked, on the list or not, with this very code or else one that differs
   * by case alone; for transactions.
   */
  Optional<Ticket> revoked(String code) {
    List<String> alike = revokedCodes.staged(TicketCode.fold(code));
    return alike.isEmpty()
        ? Optional.empty()
        : codeToRevoked.staged(alike.contains(code) ? code : alike.get(0));
  }

  /** Whether the list has this very code; for transactions. */
  boolean isListed(Ticket ticket) {
    return codeToTicket.staged(ticket.ticketId()).isPresent();
  }

  Collection<Ticket> values() {
    return codeToTicket.values();
  }

  int size() {
    return codeToTicket.size();
  }

  /** How many there will be when the transactions so far are stored; for transactions. */
  int draftSize() {
    return codeToTicket.draftSize();
  }

  /** Those that were revoked and aren't on the list. */
  Stream<Ticket> revokedElsewhere() {
    return codeToRevoked.values().stream()
        .filter(ticket -> codeToTicket.get(ticket.ticketId()).isEmpty());
  }

  /** For projections: tickets of a list. */
  void put(List<Ticket> tickets) {
    tickets.forEach(this::put);
    tickets.stream().map(Ticket::ticketId).forEach(this::revokeAsBefore);
  }

  /** For projections: a ticket as it is now. */
  void set(Ticket ticket) {
    put(ticket);
    setRevoked(ticket);
  }

  /** For projections: whether a ticket is revoked now, be it on the list or not. */
  void setRevoked(Ticket ticket) {
    String code = ticket.ticketId();
    if (ticket.revoked().isPresent()) {
      codeToRevoked.put(code, Ticket.unlisted(code, ticket.revoked()));
      revokedCodes.add(code);
    } else {
      revokedCodes.staged(TicketCode.fold(code)).stream()
          .filter(alike -> alike.equals(code) || isOffList(alike))
          .forEach(this::restore);
    }
  }

  /** For projections: a ticket isn't on the list any more. */
  void remove(String code) {
    if (codeToTicket.staged(code).isPresent()) {
      codeToTicket.remove(code);
      codes.remove(code);
    }
  }

  /** For projections: no ticket is on the list. */
  void clear() {
    codeToTicket.clear();
    codes.clear();
  }

  private void put(Ticket ticket) {
    String code = ticket.ticketId();
    codeToTicket.put(code, ticket);
    if (!TicketCode.isOfOneCase(code)) {
      codes.add(code);
    }
    if (ticket.revoked().isPresent()) {
      setRevoked(ticket);
    }
  }

  /** A list may spell otherwise what was revoked: then its ticket is the one that is meant. */
  private void revokeAsBefore(String code) {
    Ticket ticket = codeToTicket.staged(code).orElseThrow();
    if (ticket.revoked().isEmpty()) {
      revokedCodes.staged(TicketCode.fold(code)).stream()
          .filter(revoked -> staged(revoked).filter(ticket::equals).isPresent())
          .findFirst()
          .flatMap(codeToRevoked::staged)
          .ifPresent(revoked -> put(ticket.withRevoked(revoked.revoked())));
    }
  }

  private void restore(String code) {
    codeToRevoked.remove(code);
    revokedCodes.remove(code);
  }

  private boolean isOffList(String code) {
    return codeToTicket.staged(code).isEmpty();
  }

  private static Optional<Ticket> find(
      String code,
      Function<String, Optional<Ticket>> tickets,
      Function<String, List<String>> codes) {
    Optional<Ticket> exact = tickets.apply(code);
    return exact.isPresent() ? exact : onlyAlike(TicketCode.fold(code), tickets, codes);
  }

  /**
   * Codes in capitals, or in small letters, as most lists have them, are found without an index.
   */
  private static Optional<Ticket> onlyAlike(
      String fold,
      Function<String, Optional<Ticket>> tickets,
      Function<String, List<String>> codes) {
    Optional<Ticket> capital = tickets.apply(fold);
    String small = TicketCode.small(fold);
    Optional<Ticket> other = small.equals(fold) ? Optional.empty() : tickets.apply(small);
    List<String> mixed = codes.apply(fold);
    if (mixed.isEmpty()) {
      return capital.isEmpty() ? other : capital.filter(ticket -> other.isEmpty());
    }
    return capital.isPresent() || other.isPresent() || mixed.size() > 1
        ? Optional.empty()
        : tickets.apply(mixed.get(0));
  }
}
