package id.tixgo.loadtest;

import static java.util.Objects.requireNonNull;

import id.tixgo.loadtest.Costs.Request;
import id.tixgo.loadtest.Rush.Hardware;
import java.util.Random;

/**
 * A request waits for a processor, for its turn in the stores, and, when its answer is large, for
 * the line. Nobody is refused for overload here: what waits for longer than a second or so is
 * refused by TixGo, to be tried again.
 */
final class SimulatedMachine {
  private final Random random = new Random(2);
  private final Agenda agenda;
  private final double bitsPerSecond;
  private final Station processors;
  private final Station ticketing;
  private final Station payment;
  private final Station line = new Station(1);
  private double streamed;

  /**
   * What was to be done so far, in seconds, also what still waits: of all processors for requests
   * and for live streams, of the stores' turns, of the line.
   */
  record Work(double requests, double streams, double ticketing, double payment, double line) {}

  SimulatedMachine(Agenda agenda, Hardware hardware) {
    this.agenda = requireNonNull(agenda);
    this.processors = new Station(hardware.cores());
    this.ticketing = new Station(hardware.logs());
    this.payment = new Station(hardware.logs());
    this.bitsPerSecond = hardware.megabits() * 1e6;
  }

  /**
   * @param decided when it has had its turns
   * @param answered when the answer has gone out
   */
  void serve(Request request, Runnable decided, Runnable answered) {
    then(
        processors.serve(agenda.now(), varied(request.work())),
        () ->
            then(
                ticketing.serve(agenda.now(), request.ticketing()),
                () ->
                    then(
                        payment.serve(agenda.now(), request.payment()),
                        () -> answer(request, decided, answered))));
  }

  /**
   * Tells streams something, which is an answer to nobody.
   *
   * @return when it is done
   */
  double tell(double seconds) {
    streamed += seconds;
    return processors.serve(agenda.now(), seconds);
  }

  Work work() {
    return new Work(
        processors.busySeconds() - streamed,
        streamed,
        ticketing.busySeconds(),
        payment.busySeconds(),
        line.busySeconds());
  }

  private void answer(Request request, Runnable decided, Runnable answered) {
    decided.run();
    then(line.serve(agenda.now(), request.bytes() * 8 / bitsPerSecond), answered);
  }

  private void then(double when, Runnable what) {
    if (when > agenda.now()) {
      agenda.at(when, what);
    } else {
      what.run();
    }
  }

  /** Half of it is always there, the rest varies as waiting times do. */
  private double varied(double work) {
    return work * (0.5 - 0.5 * Math.log(1 - random.nextDouble()));
  }
}
