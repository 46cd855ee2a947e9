package id.tixgo.loadtest;

import static java.util.Objects.requireNonNull;

import id.tixgo.loadtest.Rush.Hardware;

/**
 * The live streams of a sale's page. Each processor tells its share of them what is left, in one
 * go, so often a second; it begins anew once it is through.
 */
final class SimulatedStreams {
  private static final double TIMES_A_SECOND = 4;

  private final Agenda agenda;
  private final SimulatedMachine machine;
  private final Hardware hardware;
  private final double push;
  private final double until;
  private int open;
  private int version;

  /**
   * @param push seconds for one message of one stream
   * @param until when nobody listens any more
   */
  SimulatedStreams(
      Agenda agenda, SimulatedMachine machine, Hardware hardware, double push, double until) {
    this.agenda = requireNonNull(agenda);
    this.machine = requireNonNull(machine);
    this.hardware = requireNonNull(hardware);
    this.push = push;
    this.until = until;
  }

  void begin() {
    for (int i = 0; i < hardware.cores(); i++) {
      agenda.at(agenda.now(), () -> tell(0));
    }
  }

  void open(int more) {
    open += more;
  }

  void change() {
    version++;
  }

  private void tell(int known) {
    int current = version;
    int told = current == known ? 0 : Math.min(open, hardware.streams());
    double done = machine.tell(told * push / hardware.cores());
    double next = Math.max(done, agenda.now() + 1 / TIMES_A_SECOND);
    if (next < until) {
      agenda.at(next, () -> tell(current));
    }
  }
}
