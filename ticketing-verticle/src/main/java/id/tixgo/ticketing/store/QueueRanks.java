package id.tixgo.ticketing.store;

import java.util.Arrays;

/**
 * How many of some numbers are up to a number, found in a few steps however many there are: a
 * Fenwick tree. For any thread.
 */
final class QueueRanks {
  private static final int SMALLEST = 64;

  /** Each one has the sum of as many before it, and itself, as its lowest bit says. */
  private int[] sums = new int[SMALLEST];

  synchronized void add(long number, int change) {
    int index = Math.toIntExact(number);
    while (index >= sums.length) {
      grow();
    }
    for (int i = index; i < sums.length; i += Integer.lowestOneBit(i)) {
      sums[i] += change;
    }
  }

  /** The first of the new half is over all of the old one. */
  private void grow() {
    int half = sums.length;
    int all = upTo(half - 1);
    sums = Arrays.copyOf(sums, 2 * half);
    sums[half] = all;
  }

  synchronized int upTo(long number) {
    int count = 0;
    for (int i = (int) Math.min(number, sums.length - 1); i > 0; i -= Integer.lowestOneBit(i)) {
      count += sums[i];
    }
    return count;
  }
}
