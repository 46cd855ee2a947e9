package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A code with which places cost less, or can be had at all.
 *
 * @param code in upper case; one in the house
 * @param percent how much it takes off, 1 to 100; with {@code PERCENT}
 * @param money what it takes off or asks for; with {@code AMOUNT} and {@code FIXED}
 * @param ticketTypeIds what it is good for; empty for all types of the event
 * @param maxUses for how many places it is good
 */
public record Voucher(
    String code,
    String eventId,
    VoucherKind kind,
    Optional<Integer> percent,
    Optional<Money> money,
    List<String> ticketTypeIds,
    int maxUses,
    Optional<Instant> validFrom,
    Optional<Instant> validUntil,
    Instant createdAt)
    implements Shareable {
  public Voucher {
    requireNonNull(code);
    requireNonNull(eventId);
    requireNonNull(kind);
    requireNonNull(percent);
    requireNonNull(money);
    ticketTypeIds = List.copyOf(ticketTypeIds);
    requireNonNull(validFrom);
    requireNonNull(validUntil);
    requireNonNull(createdAt);
  }

  /** Good for other uses, at another time. */
  public Voucher with(int uses, Optional<Instant> from, Optional<Instant> until) {
    return new Voucher(
        code, eventId, kind, percent, money, ticketTypeIds, uses, from, until, createdAt);
  }

  /** Whether it is good for a ticket type of its event. */
  boolean covers(TicketType type) {
    return type.eventId().equals(eventId)
        && (ticketTypeIds.isEmpty() || ticketTypeIds.contains(type.id()));
  }

  boolean isGoodAt(Instant now) {
    return validFrom.map(from -> !now.isBefore(from)).orElse(true)
        && validUntil.map(now::isBefore).orElse(true);
  }

  /** What a place costs with it. An amount in another currency changes nothing. */
  Money price(Money listed) {
    return switch (kind) {
      case PERCENT -> listed.less(percent.orElseThrow());
      case AMOUNT -> sameCurrency(listed).map(listed::less).orElse(listed);
      case FIXED -> sameCurrency(listed).orElse(listed);
      case UNLOCK -> listed;
    };
  }

  private Optional<Money> sameCurrency(Money listed) {
    return money.filter(amount -> amount.currency().equals(listed.currency()));
  }
}
