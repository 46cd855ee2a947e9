package id.tixgo.report.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * A booking that was paid, whatever became of it.
 *
 * @param id Ticketing's
 */
public record SoldBooking(String id, String eventId, List<Item> items, Instant paidAt)
    implements Fact {
  public static final String FEED = "ticketing";

  public SoldBooking {
    requireNonNull(id);
    requireNonNull(eventId);
    items = List.copyOf(items);
    requireNonNull(paidAt);
  }

  /**
   * Places of one ticket type.
   *
   * @param ticketType the type's code
   * @param sold how many of them have a good ticket
   * @param refunded how many of them were given back
   * @param paid what they were paid with
   * @param kept what is left of it
   */
  public record Item(
      String ticketTypeId, String ticketType, int sold, int refunded, Money paid, Money kept) {
    public Item {
      requireNonNull(ticketTypeId);
      requireNonNull(ticketType);
      requireNonNull(paid);
      requireNonNull(kept);
    }
  }

  @Override
  public String feed() {
    return FEED;
  }

  @Override
  public String key() {
    return key(id);
  }

  /** The key of a booking of this id. */
  public static String key(String id) {
    return "booking:" + id;
  }

  @Override
  public List<String> subjects() {
    return List.of(ReportedEvent.key(eventId));
  }
}
