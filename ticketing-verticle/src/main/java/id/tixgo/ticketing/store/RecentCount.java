package id.tixgo.ticketing.store;

/** How often something happened within the last half minute. For any thread. */
final class RecentCount {
  private static final int SECONDS = 30;

  private final long[] slotToSecond = new long[SECONDS];
  private final int[] slotToCount = new int[SECONDS];

  synchronized void count(long second) {
    int slot = (int) (second % SECONDS);
    if (slotToSecond[slot] != second) {
      slotToSecond[slot] = second;
      slotToCount[slot] = 0;
    }
    slotToCount[slot]++;
  }

  synchronized double perSecond(long now) {
    int sum = 0;
    for (int slot = 0; slot < SECONDS; slot++) {
      sum += now - slotToSecond[slot] < SECONDS ? slotToCount[slot] : 0;
    }
    return (double) sum / SECONDS;
  }
}
