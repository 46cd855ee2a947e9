package id.tixgo.attendance.store;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What changed of an event's ticket list and rules since this process began, so that a door which
 * has the list needn't read it whole for each ticket that is revoked. Any thread may ask.
 */
final class ListChanges {
  private static final int MOST_CHANGES = 256;
  private static final int MOST_TICKETS = 100;

  /** The ids of the tickets that each of the last changes set, the oldest first. */
  private final Deque<Set<String>> last = new ArrayDeque<>();

  private long version;

  /** Tickets were set, or something else was: then none. */
  synchronized void add(Collection<String> ticketIds) {
    if (ticketIds.size() > MOST_TICKETS) {
      addAll();
      return;
    }
    version++;
    last.add(Set.copyOf(ticketIds));
    if (last.size() > MOST_CHANGES) {
      last.remove();
    }
  }

  /** The list is another one, or so much of it that it's best read whole. */
  synchronized void addAll() {
    version++;
    last.clear();
  }

  synchronized long version() {
    return version;
  }

  /** The tickets that were set after a version; empty when that can't be said. */
  synchronized Optional<Set<String>> since(long known) {
    long changes = version - known;
    if (changes < 0 || changes > last.size()) {
      return Optional.empty();
    }
    Set<String> ticketIds = new LinkedHashSet<>();
    last.stream().skip(last.size() - changes).forEach(ticketIds::addAll);
    return Optional.of(ticketIds);
  }
}
