package id.tixgo.notification.domain;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many mails may leave: so many a second, and so many at once. For one thread. */
public final class MailPace {
  private final int perSecond;
  private final LongSupplier nanos;
  private double left;
  private long seenAt;

  /**
   * @param nanos a clock that never goes back
   */
  public MailPace(int perSecond, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.nanos = nanos;
    this.left = perSecond;
    this.seenAt = nanos.getAsLong();
  }

  /** How many may leave now. */
  int left() {
    long now = nanos.getAsLong();
    double more = (double) (now - seenAt) * perSecond / TimeUnit.SECONDS.toNanos(1);
    left = Math.min(perSecond, left + more);
    seenAt = now;
    return Math.max(0, (int) left);
  }

  /** One leaves; of one that somebody waits for it isn't asked whether it may. */
  void take() {
    left -= 1;
  }
}
