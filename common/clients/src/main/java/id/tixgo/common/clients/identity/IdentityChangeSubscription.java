package id.tixgo.common.clients.identity;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what Identity says, and notices when it doesn't. A cluster whose members started apart, or
 * lost each other for a while, may have lost a listener too: nothing says so but Identity's
 * silence, which gives a heartbeat every second.
 *
 * <p>Belongs to one verticle instance and its event loop.
 */
final class IdentityChangeSubscription {
  private static final Logger LOG = LoggerFactory.getLogger(IdentityChangeSubscription.class);
  private static final long SILENCE_NS = Duration.ofMillis(2500).toNanos();

  private final EventBus eventBus;
  private final boolean expectsHeartbeats;
  private final LongSupplier nanos;
  private final List<IdentityListener> listeners = new ArrayList<>();
  private Future<Void> opened;
  private long heardAt;
  private boolean stale;

  /**
   * @param expectsHeartbeats whether Identity gives heartbeats, as it does in a cluster
   * @param nanos a clock that only goes forward
   */
  IdentityChangeSubscription(EventBus eventBus, boolean expectsHeartbeats, LongSupplier nanos) {
    this.eventBus = requireNonNull(eventBus);
    this.expectsHeartbeats = expectsHeartbeats;
    this.nanos = requireNonNull(nanos);
    this.heardAt = nanos.getAsLong();
  }

  /** Completes when every node of the cluster knows that someone listens here. */
  Future<Void> add(IdentityListener listener) {
    listeners.add(listener);
    if (opened == null) {
      opened = open().completion();
    }
    return opened;
  }

  /** Call every few seconds. */
  void check() {
    if (isSilent()) {
      gapPossible();
    }
  }

  private MessageConsumer<IdentityChange> open() {
    return eventBus.consumer(IdentityChange.ADDRESS, message -> take(message.body()));
  }

  /** What was said in a silence is lost. */
  private void take(IdentityChange change) {
    if (isSilent()) {
      gapPossible();
    }
    if (stale) {
      stale = false;
      LOG.info("Identity is heard on the bus again");
    }
    heardAt = nanos.getAsLong();
    if (!change.isHeartbeat()) {
      listeners.forEach(listener -> listener.onChange(change));
    }
  }

  private void gapPossible() {
    if (!stale) {
      LOG.warn("Identity isn't heard on the bus: tokens are asked about anew, again and again");
    }
    stale = true;
    listeners.forEach(IdentityListener::onPossibleGap);
  }

  private boolean isSilent() {
    return expectsHeartbeats && nanos.getAsLong() - heardAt > SILENCE_NS;
  }
}
