package id.tixgo.ticketing.store;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Events of which there may be more or less left. Each has a version: the time at which it was told
 * of last, in milliseconds, so that it rises over restarts, too.
 */
public final class ChangedEvents {
  private final Set<String> untold = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> eventToVersion = new ConcurrentHashMap<>();

  /** What is stored of an event has changed. */
  void see(String eventId) {
    untold.add(eventId);
  }

  /** 0 before the first change. */
  public long version(String eventId) {
    return eventToVersion.getOrDefault(eventId, 0L);
  }

  /** Gives those that have changed since the last time a new version, and tells of it. */
  public void tell(long nowMs, BiConsumer<String, Long> listener) {
    for (String eventId : Set.copyOf(untold)) {
      untold.remove(eventId);
      long version = eventToVersion.merge(eventId, nowMs, (last, now) -> Math.max(last + 1, now));
      listener.accept(eventId, version);
    }
  }
}
