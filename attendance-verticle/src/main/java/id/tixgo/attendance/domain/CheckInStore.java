package id.tixgo.attendance.domain;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Keeps check-ins. */
public interface CheckInStore {
  /**
   * Admits a ticket that hasn't entered its event: one atomic step, however many doors ask. The
   * check-in gets the event's next {@code seq}, without a gap.
   */
  Future<Outcome> putIfAbsent(Scan scan);

  /** How many have entered an event; every one of them can be read by its {@code seq}. */
  long total(String eventId);

  /** The check-ins with {@code after < seq <= upTo}, in that order, at most {@code limit}. */
  List<CheckIn> page(String eventId, long after, long upTo, int limit);

  /** How many check-ins someone made, at one event or at all. */
  long totalBy(String staff, Optional<String> eventId);

  /** The check-ins that someone made, grouped by event, in order of entry within each. */
  List<CheckIn> pageBy(String staff, Optional<String> eventId, long offset, int limit);
}
