package id.tixgo.ticketing.store;

import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingQuery;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The ids of stored bookings in the order in which they were made: all, by buyer, by event. */
final class BookingOrder {
  private final NavigableMap<Long, String> all = new ConcurrentSkipListMap<>();
  private final Map<Long, NavigableMap<Long, String>> userToOwn = new ConcurrentHashMap<>();
  private final Map<String, NavigableMap<Long, String>> eventToOwn = new ConcurrentHashMap<>();

  /** A booking is stored. */
  void see(Booking booking) {
    all.put(booking.number(), booking.id());
    put(userToOwn, booking.buyer().userId(), booking);
    put(eventToOwn, booking.eventId(), booking);
  }

  private static <K> void put(Map<K, NavigableMap<Long, String>> map, K key, Booking booking) {
    map.computeIfAbsent(key, k -> new ConcurrentSkipListMap<>())
        .put(booking.number(), booking.id());
  }

  /** Those among which the wanted ones are. */
  Stream<String> among(BookingQuery query) {
    NavigableMap<Long, String> none = new ConcurrentSkipListMap<>();
    return query
        .userId()
        .map(user -> userToOwn.getOrDefault(user, none))
        .or(() -> query.eventId().map(event -> eventToOwn.getOrDefault(event, none)))
        .orElse(all)
        .values()
        .stream();
  }
}
