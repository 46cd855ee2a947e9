package id.tixgo.loadtest;

import static java.util.Objects.requireNonNull;

/**
 * A sale that begins at once, and what serves it.
 *
 * @param readers how many look at the page before the sale begins and press the button then
 * @param latecomers how many open the page after that, on average a minute later
 * @param machine what serves them
 * @param admitted how many buyers the waiting room lets in each second, 0 for no waiting room
 * @param costs what their requests take
 */
record Rush(
    String name,
    int readers,
    int latecomers,
    int places,
    Hardware machine,
    int admitted,
    Costs costs) {

  /**
   * What it runs on.
   *
   * @param megabits what its line carries in a second
   * @param streams how many live streams it may have open
   * @param logs in how many stores of a kind the sales are, each with a log and a thread of its own
   */
  record Hardware(int cores, int megabits, int streams, int logs) {
    Hardware {
      if (cores < 1 || megabits < 1 || streams < 0 || logs < 1) {
        throw new IllegalArgumentException("no such machine");
      }
    }

    Hardware withLogs(int number) {
      return new Hardware(cores, megabits, streams, number);
    }
  }

  Rush {
    requireNonNull(name);
    requireNonNull(machine);
    requireNonNull(costs);
    if (readers + latecomers < 1 || places < 0 || admitted < 0) {
      throw new IllegalArgumentException("no such sale: " + name);
    }
  }

  /** The same sale, served in another way. */
  Rush with(String otherName, Hardware otherMachine, int otherAdmitted) {
    return new Rush(otherName, readers, latecomers, places, otherMachine, otherAdmitted, costs);
  }
}
