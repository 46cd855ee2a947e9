package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When those who wait to be let in were there last. It isn't stored: after a start everybody is
 * there. For any thread.
 */
public final class BuyerPresence {
  /** Whoever isn't there now isn't let in: his time would run out without him. */
  private static final Duration AWAY = Duration.ofSeconds(45);

  /** Whoever doesn't come back has left. */
  private static final Duration GONE = Duration.ofMinutes(5);

  /** Nobody could be seen while no time passed here: the clock was set, or nothing ran. */
  private static final Duration JUMP = Duration.ofMinutes(1);

  private final Clock clock;
  private volatile long lookedMs;
  private final Map<Buying, Long> buyingToSeenMs = new ConcurrentHashMap<>();

  /** Somebody at an event's sale. */
  record Buying(String eventId, long userId) {
    Buying {
      requireNonNull(eventId);
    }
  }

  public BuyerPresence(Clock clock) {
    this.clock = requireNonNull(clock);
    this.lookedMs = clock.millis();
  }

  public void see(String eventId, long userId) {
    buyingToSeenMs.put(new Buying(eventId, userId), clock.millis());
  }

  void forget(QueuePlace place) {
    buyingToSeenMs.remove(new Buying(place.eventId(), place.userId()));
  }

  boolean isAway(QueuePlace place) {
    long now = clock.millis();
    Buying buying = new Buying(place.eventId(), place.userId());
    Long seen = buyingToSeenMs.putIfAbsent(buying, now);
    return seen != null && now - seen > AWAY.toMillis();
  }

  /** Those who have left, and are known no more; to be asked several times a second. */
  List<Buying> takeGone() {
    long now = clock.millis();
    if (now < lookedMs || now - lookedMs > JUMP.toMillis()) {
      buyingToSeenMs.replaceAll((buying, seen) -> now);
    }
    lookedMs = now;
    return takeGone(now - GONE.toMillis());
  }

  private List<Buying> takeGone(long last) {
    List<Buying> gone =
        buyingToSeenMs.entrySet().stream()
            .filter(seen -> seen.getValue() < last)
            .map(Map.Entry::getKey)
            .toList();
    gone.forEach(buyingToSeenMs::remove);
    return gone;
  }
}
