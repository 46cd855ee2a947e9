package id.tixgo.report.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * Money that came through Payment for a booking, or went back.
 *
 * @param id Payment's number of the payment or refund
 * @param back whether it went back
 */
public record OnlineMoney(long id, boolean back, String bookingId, Money amount, Instant at)
    implements Fact {
  public static final String FEED = "payment";

  public OnlineMoney {
    requireNonNull(bookingId);
    requireNonNull(amount);
    requireNonNull(at);
  }

  @Override
  public String feed() {
    return FEED;
  }

  @Override
  public String key() {
    return (back ? "refund:" : "payment:") + id;
  }

  @Override
  public List<String> subjects() {
    return List.of(SoldBooking.key(bookingId));
  }
}
