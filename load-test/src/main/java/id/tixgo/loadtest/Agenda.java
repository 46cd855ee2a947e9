package id.tixgo.loadtest;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to happen, in its order; the simulated clock jumps from one to the next. */
final class Agenda {
  private final PriorityQueue<Happening> happenings =
      new PriorityQueue<>(Comparator.comparingDouble(Happening::at));
  private double now;

  private record Happening(double at, Runnable what) {}

  /** In seconds. */
  double now() {
    return now;
  }

  void at(double when, Runnable what) {
    happenings.add(new Happening(when, what));
  }

  /** Until nothing is left to happen. */
  void run() {
    while (!happenings.isEmpty()) {
      Happening next = happenings.remove();
      now = next.at();
      next.what().run();
    }
  }
}
