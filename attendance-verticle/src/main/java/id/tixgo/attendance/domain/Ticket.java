package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.util.List;
import java.util.Optional;

/**
 * A ticket on an event's list.
 *
 * @param gates where it may enter; empty for any
 * @param revoked why it no longer counts
 */
public record Ticket(
    String ticketId,
    Optional<String> holderName,
    Optional<String> ticketType,
    List<String> gates,
    Optional<String> revoked)
    implements Shareable {
  public Ticket {
    ticketId = TicketCode.ofStored(ticketId);
    requireNonNull(holderName);
    requireNonNull(ticketType);
    gates = List.copyOf(gates);
    requireNonNull(revoked);
  }

  /** One that was revoked while it was on a list, and is on none now. */
  public static Ticket unlisted(String ticketId, Optional<String> revoked) {
    return new Ticket(ticketId, Optional.empty(), Optional.empty(), List.of(), revoked);
  }

  public Ticket withRevoked(Optional<String> reason) {
    return new Ticket(ticketId, holderName, ticketType, gates, reason);
  }

  public Ticket withGates(List<String> others) {
    return others.equals(gates)
        ? this
        : new Ticket(ticketId, holderName, ticketType, others, revoked);
  }

  /** Gates are told apart by more than case: staff types them. */
  boolean isFor(String gate) {
    return gates.isEmpty()
        || gates.contains(gate)
        || gates.stream().anyMatch(gate::equalsIgnoreCase);
  }
}
