package id.tixgo.loadtest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A waiting room as TixGo's: so many a second, first come, first let in, while no more than a
 * minute's worth are in and haven't booked.
 */
final class SimulatedRoom {
  private static final int MINUTE = 60;

  private final Agenda agenda;
  private final int admitted;
  private final double until;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private int inside;
  private double longest;

  private record Waiting(double since, Runnable then) {}

  /**
   * @param admitted how many a second
   * @param until when it closes
   */
  SimulatedRoom(Agenda agenda, int admitted, double until) {
    this.agenda = requireNonNull(agenda);
    this.admitted = admitted;
    this.until = until;
  }

  void begin() {
    agenda.at(agenda.now(), this::admit);
  }

  void enter(Runnable then) {
    waiting.add(new Waiting(agenda.now(), then));
  }

  /** One of those who were let in has an answer. */
  void leave() {
    inside--;
  }

  /** In seconds. */
  double longest() {
    return longest;
  }

  private void admit() {
    int most = Math.min(admitted, admitted * MINUTE - inside);
    for (int i = 0; i < most && !waiting.isEmpty(); i++) {
      admit(waiting.remove());
    }
    if (agenda.now() < until) {
      agenda.at(agenda.now() + 1, this::admit);
    }
  }

  private void admit(Waiting next) {
    inside++;
    longest = Math.max(longest, agenda.now() - next.since());
    next.then().run();
  }
}
