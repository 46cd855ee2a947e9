package id.tixgo.common.overload;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.metrics.Meters;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.Vertx;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Refuses some of a service's requests while more come than can be answered in time, those on which
 * the least depends first (docs/adr/021). What it goes by is measured: how late a timer is on the
 * event loop while requests come, and how long the first one has waited for the store. Only a queue
 * of many counts: a slow machine that answers a few slowly isn't overloaded. For one event loop.
 */
public final class Shedding {
  /** So many must come from one look to the next, or wait for the store, to be a queue. */
  private static final int MANY = 64;

  private static final long LOOK_MS = 20;
  private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(LOOK_MS);
  private static final double STORE_TARGET_NS = TimeUnit.SECONDS.toNanos(1);

  private final Vertx vertx;
  private final String service;
  private final double targetNs;
  private final LongSupplier nanos;
  private final DoubleSupplier dice;
  private final ShedLevel level;
  private final Map<LoadClass, LongAdder> classToShed = new EnumMap<>(LoadClass.class);
  private boolean looking;
  private int came;
  private int letIn;

  /**
   * @param aboveMs how long requests may queue; 0 for any time
   */
  public Shedding(Vertx vertx, String service, int aboveMs) {
    this(vertx, service, aboveMs, System::nanoTime, () -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * @param dice from 0 to 1
   */
  Shedding(Vertx vertx, String service, int aboveMs, LongSupplier nanos, DoubleSupplier dice) {
    this.vertx = requireNonNull(vertx);
    this.service = requireNonNull(service);
    this.targetNs = TimeUnit.MILLISECONDS.toNanos(aboveMs);
    this.nanos = requireNonNull(nanos);
    this.dice = requireNonNull(dice);
    this.level = new ShedLevel(nanos.getAsLong());
    for (LoadClass one : LoadClass.values()) {
      if (one != LoadClass.ALWAYS) {
        classToShed.put(one, shed(vertx, service, one));
      }
    }
  }

  /** What counts the requests of a class that a service has refused so. */
  public static LongAdder shed(Vertx vertx, String service, LoadClass load) {
    return Meters.of(vertx)
        .counter(
            "tixgo.shed",
            "Requests that were refused because too many came",
            "service",
            service,
            "class",
            load.json());
  }

  /** Whether a request that has come just now is to be answered; else it is {@link #refusal}. */
  public boolean letsIn(LoadClass load) {
    if (targetNs == 0 || load == LoadClass.ALWAYS) {
      return true;
    }
    look();
    came++;
    double part = load.shed(level.level());
    if (part > 0 && dice.getAsDouble() < part) {
      classToShed.get(load).increment();
      return false;
    }
    letIn++;
    return true;
  }

  /** What a client is told whose request is refused. */
  public static Problem refusal() {
    return Problem.of(ProblemKind.OVERLOADED, "Too much is asked at once; try again in a second.");
  }

  /** Soon, whether a timer is late; while something is refused, without anybody's coming too. */
  private void look() {
    if (!looking) {
      looking = true;
      came = 0;
      letIn = 0;
      long due = nanos.getAsLong() + LOOK_NS;
      vertx.setTimer(LOOK_MS, timer -> looked(due));
    }
  }

  private void looked(long due) {
    long now = nanos.getAsLong();
    looking = false;
    level.seen(Math.max(loop(now - due), store()), now);
    if (level.level() > 0) {
      look();
    }
  }

  /** What is late because of those who are refused is so however few are let in. */
  private double loop(long lateNs) {
    double excess = (lateNs - targetNs) / targetNs;
    if (came < MANY) {
      return -1;
    }
    return letIn < MANY ? Math.min(0, excess) : excess;
  }

  private double store() {
    Backlog backlog = Backlogs.of(vertx, service);
    return backlog.length() < MANY
        ? -1
        : (backlog.waitedNanos() - STORE_TARGET_NS) / STORE_TARGET_NS;
  }
}
