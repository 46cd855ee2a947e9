package id.tixgo.common.clients.ticketing;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What Ticketing's feed says of an issued ticket. {@value #ISSUED}, {@value #TRANSFERRED} and
 * {@value #RENAMED} tell of one that is good, {@value #REVOKED} of one that isn't any more. A
 * transfer is two messages: the old code revoked as {@value #REISSUED}, then the new one {@value
 * #TRANSFERRED}.
 *
 * @param code what the QR code says, which is the ticket's id
 * @param ticketType the type's code, one an event: {@code REGULAR}
 * @param ticketTypeTitle what people read
 * @param gates where it enters; empty for any gate
 * @param replaces the code that a transfer made worthless; empty for any other message
 * @param reason why it was revoked: {@value #REISSUED}, {@value #REFUNDED} or {@value #CANCELLED};
 *     empty while it is good
 */
public record TicketFacts(
    String code,
    String bookingId,
    String eventId,
    String ticketTypeId,
    String ticketType,
    String ticketTypeTitle,
    Optional<String> holderName,
    Optional<String> holderEmail,
    List<String> gates,
    Optional<String> replaces,
    Optional<String> reason) {
  public static final String ISSUED = "ticket_issued";
  public static final String TRANSFERRED = "ticket_transferred";
  public static final String RENAMED = "ticket_renamed";
  public static final String REVOKED = "ticket_revoked";
  public static final String REISSUED = "REISSUED";
  public static final String REFUNDED = "REFUNDED";
  public static final String CANCELLED = "CANCELLED";

  public TicketFacts {
    requireNonNull(code);
    requireNonNull(bookingId);
    requireNonNull(eventId);
    requireNonNull(ticketTypeId);
    requireNonNull(ticketType);
    requireNonNull(ticketTypeTitle);
    requireNonNull(holderName);
    requireNonNull(holderEmail);
    gates = List.copyOf(gates);
    requireNonNull(replaces);
    requireNonNull(reason);
  }
}
