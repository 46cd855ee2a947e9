package id.tixgo.ticketing.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.metrics.Meters;
import id.tixgo.common.store.feed.FeedMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Bookings and tickets by what became of them, for the operator: the same as Ticketing's feed
 * tells. For one thread at a time.
 */
final class SalesMeters {
  private static final String BOOKING = "booking_";
  private static final String TICKET = "ticket_";
  private static final String TICKET_TYPE = "ticket_type_";

  private final Meters meters;
  private final Map<String, LongAdder> typeToCounter = new HashMap<>();

  SalesMeters(Meters meters) {
    this.meters = requireNonNull(meters);
  }

  void count(FeedMessage told) {
    typeToCounter.computeIfAbsent(told.type(), this::counter).increment();
  }

  private LongAdder counter(String type) {
    if (type.startsWith(BOOKING)) {
      return counter("tixgo.sales", "Bookings by what became of them", type, BOOKING);
    }
    return type.startsWith(TICKET) && !type.startsWith(TICKET_TYPE)
        ? counter("tixgo.tickets", "Tickets by what became of them", type, TICKET)
        : new LongAdder();
  }

  private LongAdder counter(String name, String description, String type, String what) {
    return meters.counter(name, description, "outcome", type.substring(what.length()));
  }
}
