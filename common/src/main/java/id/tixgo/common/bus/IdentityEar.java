package id.tixgo.common.bus;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what Identity says, and notices when it doesn't. A cluster whose members started apart, or
 * lost each other for a while, may have lost a listener too: nothing says so but Identity's
 * silence, which gives a sign of life every second.
 *
 * <p>Belongs to one verticle instance and its event loop.
 */
final class IdentityEar {
  private static final Logger LOG = LoggerFactory.getLogger(IdentityEar.class);

  private final EventBus eventBus;
  private final Handler<IdentityChange> onChange;
  private final Runnable onDoubt;
  private MessageConsumer<IdentityChange> consumer;
  private boolean heard = true;
  private boolean deaf;

  IdentityEar(EventBus eventBus, Handler<IdentityChange> onChange, Runnable onDoubt) {
    this.eventBus = requireNonNull(eventBus);
    this.onChange = requireNonNull(onChange);
    this.onDoubt = requireNonNull(onDoubt);
  }

  /** Completes when every node of the cluster knows of the listener. */
  Future<Void> open() {
    consumer = eventBus.consumer(Bus.IDENTITY_CHANGES, message -> take(message.body()));
    return consumer.completion();
  }

  /** What was said in a silence is lost. */
  private void take(IdentityChange change) {
    heard = true;
    if (deaf) {
      deaf = false;
      onDoubt.run();
    }
    if (!change.isSignOfLife()) {
      onChange.handle(change);
    }
  }

  /** Call every few seconds: when nothing was heard since the last time, listens anew. */
  Future<Void> check() {
    boolean silence = !heard;
    heard = false;
    return silence ? doubt() : Future.succeededFuture();
  }

  private Future<Void> doubt() {
    if (!deaf) {
      LOG.warn("Identity isn't heard on the bus: tokens are asked about again and again");
    }
    deaf = true;
    onDoubt.run();
    return consumer.unregister().eventually(this::open);
  }
}
