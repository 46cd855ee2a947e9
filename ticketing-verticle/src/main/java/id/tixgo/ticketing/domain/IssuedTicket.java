package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One place that was paid for.
 *
 * @param code its id, which the QR code says at the door
 * @param ticketType the type's code
 * @param title what people read
 * @param revoked whether it opens no door any more
 * @param earlier the codes that it had before it was given to somebody else; empty when it wasn't
 */
public record IssuedTicket(
    String code,
    String ticketTypeId,
    String ticketType,
    String title,
    Holder holder,
    Instant issuedAt,
    boolean revoked,
    Optional<List<String>> earlier) {
  public IssuedTicket {
    requireNonNull(code);
    requireNonNull(ticketTypeId);
    requireNonNull(ticketType);
    requireNonNull(title);
    requireNonNull(holder);
    requireNonNull(issuedAt);
    earlier = earlier.map(List::copyOf);
  }

  /** Whether it has that code, or had it once. */
  boolean isOrWas(String other) {
    return code.equals(other) || earlier.filter(codes -> codes.contains(other)).isPresent();
  }

  IssuedTicket withHolder(Holder other) {
    return new IssuedTicket(
        code, ticketTypeId, ticketType, title, other, issuedAt, revoked, earlier);
  }

  IssuedTicket reissued(String newCode, Holder other, Instant now) {
    List<String> codes =
        Stream.concat(earlier.stream().flatMap(List::stream), Stream.of(code)).toList();
    return new IssuedTicket(
        newCode, ticketTypeId, ticketType, title, other, now, revoked, Optional.of(codes));
  }

  IssuedTicket asRevoked() {
    return new IssuedTicket(code, ticketTypeId, ticketType, title, holder, issuedAt, true, earlier);
  }
}
