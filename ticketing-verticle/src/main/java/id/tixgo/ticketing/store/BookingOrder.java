package id.tixgo.ticketing.store;

import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingQuery;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * The ids of bookings in the order in which they were made: all, by buyer, by event. One may be
 * among them a moment before it is stored.
 */
final class BookingOrder {
  private final NavigableMap<Long, String> all = new ConcurrentSkipListMap<>();
  private final Map<Long, NavigableMap<Long, String>> userToOwn = new ConcurrentHashMap<>();
  private final Map<String, NavigableMap<Long, String>> eventToOwn = new ConcurrentHashMap<>();

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
    return query
        .userId()
        .map(user -> of(userToOwn, user))
        .or(() -> query.eventId().map(this::ofEvent))
        .orElseGet(() -> all.values().stream());
  }

  Stream<String> ofEvent(String eventId) {
    return of(eventToOwn, eventId);
  }

  private static <K> Stream<String> of(Map<K, NavigableMap<Long, String>> map, K key) {
    return map.getOrDefault(key, Collections.emptyNavigableMap()).values().stream();
  }
}
