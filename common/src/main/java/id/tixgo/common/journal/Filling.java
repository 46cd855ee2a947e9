package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds stored entries, and says how far it is. */
public final class Filling {
  private static final Logger LOG = LoggerFactory.getLogger(Filling.class);
  private static final int PUBLISH_EVERY = 1000;
  private static final long SAY_EVERY_NS = TimeUnit.SECONDS.toNanos(1);

  private final Fold fold;
  private long count;
  private long saidAt = System.nanoTime();

  public Filling(Fold fold) {
    this.fold = requireNonNull(fold);
  }

  public void take(Record entry) {
    fold.fold(entry);
    fold.stored(entry);
    if (++count % PUBLISH_EVERY == 0) {
      fold.tables().publish();
      say();
    }
  }

  private void say() {
    if (System.nanoTime() - saidAt > SAY_EVERY_NS) {
      saidAt = System.nanoTime();
      LOG.info("{}: {} stored entries read so far", fold.types().store(), count);
    }
  }

  /** Shows what is left to readers, and says how much it was. */
  public void finish() {
    fold.tables().publish();
    LOG.info("{}: {} stored entries read", fold.types().store(), count);
  }
}
