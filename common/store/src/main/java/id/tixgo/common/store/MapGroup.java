package id.tixgo.common.store;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

/**
 * Maps that are read together: a reader sees a batch's changes in all of them, or none. Readers
 * wait for the one thread that publishes; it waits for those alone that would never come to an end.
 */
public final class MapGroup {
  private static final long PAUSE_NS = TimeUnit.MICROSECONDS.toNanos(200);

  private final StampedLock publishing = new StampedLock();
  private long stamp;

  /**
   * What is read at one moment. Not for an event loop: it reads anew when a batch came in between.
   */
  public <R> R read(Supplier<R> reader) {
    long moment = quiet();
    R result = reader.get();
    while (!publishing.validate(moment)) {
      moment = quiet();
      result = reader.get();
    }
    return result;
  }

  /** The same for what takes long while much is written: after some tries, writers wait for it. */
  public <R> R read(int tries, Supplier<R> reader) {
    for (int attempt = 0; attempt < tries; attempt++) {
      long moment = quiet();
      R result = reader.get();
      if (publishing.validate(moment)) {
        return result;
      }
    }
    return readAlone(reader);
  }

  private <R> R readAlone(Supplier<R> reader) {
    long reading = publishing.readLock();
    try {
      return reader.get();
    } finally {
      publishing.unlockRead(reading);
    }
  }

  void begin() {
    stamp = publishing.writeLock();
  }

  void end() {
    publishing.unlockWrite(stamp);
  }

  private long quiet() {
    long moment = publishing.tryOptimisticRead();
    while (moment == 0) {
      LockSupport.parkNanos(PAUSE_NS);
      moment = publishing.tryOptimisticRead();
    }
    return moment;
  }
}
