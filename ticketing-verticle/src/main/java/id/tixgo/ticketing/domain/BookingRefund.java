package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Money of a paid booking that was given back.
 *
 * @param refundId Payment's number of it; empty when staff have given it back
 * @param amount no more than was left
 * @param tickets the codes that it was given back for; empty when it wasn't by ticket
 */
public record BookingRefund(
    Optional<Long> refundId, Money amount, List<String> tickets, Instant at) {
  public BookingRefund {
    requireNonNull(refundId);
    requireNonNull(amount);
    tickets = List.copyOf(tickets);
    requireNonNull(at);
  }
}
