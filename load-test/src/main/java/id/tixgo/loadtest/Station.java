package id.tixgo.loadtest;

import java.util.PriorityQueue;

/** What a request waits for: servers that take one after the other, first come, first served. */
final class Station {
  private final PriorityQueue<Double> freeAt = new PriorityQueue<>();
  private double busySeconds;

  Station(int servers) {
    for (int i = 0; i < servers; i++) {
      freeAt.add(0.0);
    }
  }

  /**
   * To be called in the order of arrivals.
   *
   * @return when it is done, in seconds as {@code arrives} is
   */
  double serve(double arrives, double seconds) {
    if (seconds == 0) {
      return arrives;
    }
    double end = Math.max(arrives, freeAt.remove()) + seconds;
    busySeconds += seconds;
    freeAt.add(end);
    return end;
  }

  /** Work so far, of all servers, also what still waits. */
  double busySeconds() {
    return busySeconds;
  }
}
