package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.CheckIn;
import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Scan;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import io.vertx.core.shareddata.SharedData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * One event's check-ins, by ticket and by {@code seq}. Thread-safe; {@link #copy()} is the book
 * itself, so that all instances write in one.
 */
final class EventBook implements Shareable {
  private final String eventId;
  private final LocalMap<String, CheckIn> ticketToCheckIn;
  private final Series order;
  private final AtomicLong given = new AtomicLong();
  private final AtomicLong readable = new AtomicLong();

  EventBook(SharedData shared, String eventId) {
    this.eventId = requireNonNull(eventId);
    this.ticketToCheckIn = shared.getLocalMap("attendance.tickets." + eventId);
    this.order = new Series(shared, "attendance.order." + eventId);
  }

  /** The one atomic step of "a ticket enters once"; a lost race takes no {@code seq}. */
  Outcome admit(Scan scan) {
    CheckIn before = ticketToCheckIn.get(scan.ticketId());
    if (before != null) {
      return new Outcome.AlreadyCheckedIn(before);
    }
    Admission admission = new Admission(scan);
    CheckIn winner = ticketToCheckIn.computeIfAbsent(scan.ticketId(), admission);
    if (!admission.won) {
      return new Outcome.AlreadyCheckedIn(winner);
    }
    publish(winner);
    return new Outcome.Admitted(winner);
  }

  /** Every {@code seq} up to here can be read. */
  long total() {
    return readable.get();
  }

  List<CheckIn> page(long after, long upTo, int limit) {
    long last = Math.min(Math.min(upTo, total()), after + limit);
    List<CheckIn> page = new ArrayList<>((int) Math.max(0, last - after));
    for (long seq = after + 1; seq <= last; seq++) {
      page.add(order.get(seq).orElseThrow());
    }
    return page;
  }

  /** Readers see no gap: the end moves on only over what is there. */
  private void publish(CheckIn checkIn) {
    order.set(checkIn.seq(), checkIn);
    long end = readable.get();
    while (order.get(end + 1).isPresent()) {
      readable.compareAndSet(end, end + 1);
      end = readable.get();
    }
  }

  /**
   * Takes a {@code seq} only if the map asks for a value, which it does once and only if absent.
   */
  private final class Admission implements Function<String, CheckIn> {
    private final Scan scan;
    private boolean won;

    Admission(Scan scan) {
      this.scan = scan;
    }

    @Override
    public CheckIn apply(String ticketId) {
      won = true;
      return scan.admitted(eventId, given.incrementAndGet());
    }
  }
}
