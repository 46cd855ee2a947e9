package id.tixgo.simulator.behaviour;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is due later: by the clock, or a moment from now. Of one event loop. */
public final class Agenda {
  private static final long LOOK_EVERY_MS = 100;

  /** How long a gateway takes for a refund, before it is divided. */
  private static final Duration MOMENT = Duration.ofMinutes(5);

  private final Vertx vertx;
  private final Clock clock;
  private final int scale;
  private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));
  private long generation;

  private record Due(Instant at, Runnable what) {}

  public Agenda(Vertx vertx, Clock clock, int scale) {
    this.vertx = requireNonNull(vertx);
    this.clock = requireNonNull(clock);
    this.scale = scale;
  }

  /** Looks at the clock from now on. */
  public void start() {
    vertx.setPeriodic(LOOK_EVERY_MS, timer -> runDue());
  }

  public Instant now() {
    return clock.instant();
  }

  public void at(Instant time, Runnable what) {
    due.add(new Due(time, what));
  }

  /** In some time that is none to who waits, and enough for an answer to come before. */
  public void inAMoment(Runnable what) {
    long asked = generation;
    long delay = Math.max(1, MOMENT.toMillis() / scale);
    vertx.setTimer(
        delay,
        timer -> {
          if (asked == generation) {
            what.run();
          }
        });
  }

  private void runDue() {
    while (!due.isEmpty() && !due.peek().at().isAfter(now())) {
      due.remove().what().run();
    }
  }

  /** Nothing is due any more. */
  public void reset() {
    generation++;
    due.clear();
  }
}
