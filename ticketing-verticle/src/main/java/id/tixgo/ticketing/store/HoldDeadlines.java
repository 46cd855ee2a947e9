package id.tixgo.ticketing.store;

import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * When stored holds end, the earliest first. One that isn't stored yet isn't in it: it was made a
 * moment ago, and none is shorter than a minute.
 */
final class HoldDeadlines {
  private final ConcurrentSkipListSet<HoldDeadline> deadlines =
      new ConcurrentSkipListSet<>(
          Comparator.comparing(HoldDeadline::at).thenComparing(HoldDeadline::bookingId));

  private record HoldDeadline(Instant at, String bookingId) {}

  /** A booking is stored as it is now. */
  void see(Booking booking) {
    HoldDeadline deadline = new HoldDeadline(booking.expiresAt(), booking.id());
    if (booking.status() == BookingStatus.PENDING) {
      deadlines.add(deadline);
    } else {
      deadlines.remove(deadline);
    }
  }

  boolean isAnyDue(Instant now) {
    Iterator<HoldDeadline> inOrder = deadlines.iterator();
    return inOrder.hasNext() && !now.isBefore(inOrder.next().at());
  }

  /** The bookings whose holds are over. */
  List<String> due(Instant now) {
    return deadlines.stream()
        .takeWhile(deadline -> !now.isBefore(deadline.at()))
        .map(HoldDeadline::bookingId)
        .toList();
  }
}
