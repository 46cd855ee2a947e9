package id.tixgo.loadtest;

import static java.util.Objects.requireNonNull;

import id.tixgo.loadtest.Costs.Request;
import id.tixgo.loadtest.Rush.Hardware;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Clients who ask again as soon as they are answered, as {@link ImpatientBuyers} does: to hold the
 * model against what was measured.
 */
final class SimulatedClients {
  private final Agenda agenda = new Agenda();
  private final Histogram latency = new Histogram(TimeUnit.MINUTES.toMicros(15), 3);
  private final SimulatedMachine machine;
  private final Request request;
  private int left;

  /**
   * @param answers after which they stop
   */
  SimulatedClients(Hardware hardware, Request request, int answers) {
    this.machine = new SimulatedMachine(agenda, hardware);
    this.request = requireNonNull(request);
    this.left = answers;
  }

  /** Times in microseconds, as {@link Crowd} prints them. */
  String run(int clients) {
    for (int i = 0; i < clients; i++) {
      agenda.at(0, this::ask);
    }
    agenda.run();
    return "RESULT duration_us=%.0f p50=%d p99=%d"
        .formatted(
            agenda.now() * 1e6, latency.getValueAtPercentile(50), latency.getValueAtPercentile(99));
  }

  private void ask() {
    if (left-- > 0) {
      double asked = agenda.now();
      machine.serve(request, () -> {}, () -> answered(asked));
    }
  }

  private void answered(double asked) {
    latency.recordValue((long) ((agenda.now() - asked) * 1e6));
    ask();
  }
}
