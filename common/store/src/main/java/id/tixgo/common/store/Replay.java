package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies stored entries, and says how far it is. */
public final class Replay {
  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
  private static final int PUBLISH_EVERY = 1000;
  private static final long SAY_EVERY_NS = TimeUnit.SECONDS.toNanos(1);

  private final Projection projection;
  private long count;
  private long saidAt = System.nanoTime();

  public Replay(Projection projection) {
    this.projection = requireNonNull(projection);
  }

  public void take(Record entry) {
    projection.apply(entry);
    projection.committed(entry);
    if (++count % PUBLISH_EVERY == 0) {
      projection.maps().publish();
      say();
    }
  }

  private void say() {
    if (System.nanoTime() - saidAt > SAY_EVERY_NS) {
      saidAt = System.nanoTime();
      LOG.info("{}: {} stored entries read so far", projection.types().store(), count);
    }
  }

  /** Shows what is left to readers, and says how much it was. */
  public void finish() {
    projection.maps().publish();
    LOG.info("{}: {} stored entries read", projection.types().store(), count);
  }
}
