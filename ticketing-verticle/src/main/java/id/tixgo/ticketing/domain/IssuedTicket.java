package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One place that was paid for.
 *
 * @param code its id, which the QR code says at the door
 * @param ticketType the type's code
 * @param title what people read
 * @param revoked whether it opens no door any more
 */
public record IssuedTicket(
    String code,
    String ticketTypeId,
    String ticketType,
    String title,
    Holder holder,
    Instant issuedAt,
    boolean revoked) {
  public IssuedTicket {
    requireNonNull(code);
    requireNonNull(ticketTypeId);
    requireNonNull(ticketType);
    requireNonNull(title);
    requireNonNull(holder);
    requireNonNull(issuedAt);
  }

  IssuedTicket withHolder(Holder other) {
    return new IssuedTicket(code, ticketTypeId, ticketType, title, other, issuedAt, revoked);
  }

  IssuedTicket reissued(String newCode, Holder other, Instant now) {
    return new IssuedTicket(newCode, ticketTypeId, ticketType, title, other, now, revoked);
  }

  IssuedTicket asRevoked() {
    return new IssuedTicket(code, ticketTypeId, ticketType, title, holder, issuedAt, true);
  }
}
