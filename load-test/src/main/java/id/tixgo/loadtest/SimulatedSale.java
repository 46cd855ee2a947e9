package id.tixgo.loadtest;

import static java.util.Objects.requireNonNull;

import id.tixgo.loadtest.Costs.Request;
import id.tixgo.loadtest.SimulatedMachine.Work;
import java.util.Random;

/**
 * A {@link Rush} event by event: buyers who hold a place, think, pay or let it go, and who look
 * again when there is none. Times are seconds since the sale began. They are logged in.
 */
final class SimulatedSale {
  static final int LONGEST_SECONDS = 900;
  private static final double HOLD_SECONDS = 600;
  private static final double REACTION_SECONDS = 2;
  private static final double LATE_SECONDS = 60;
  private static final double THINK_SECONDS = 75;
  private static final double LOOK_AGAIN_SECONDS = 20;
  private static final int LOOKS = 4;
  private static final double PART_THAT_PAYS = 0.85;
  private static final double MINUTE = 60;
  private static final int OK = 200;
  private static final int SOLD_OUT = 409;

  private final Random random = new Random(1);
  private final Agenda agenda = new Agenda();
  private final SecondBySecond seen = new SecondBySecond(LONGEST_SECONDS);
  private final Rush rush;
  private final SimulatedMachine machine;
  private final SimulatedStreams streams;
  private final SimulatedRoom room;
  private int free;
  private int sold;
  private double allHeld;
  private Work firstMinute = new Work(0, 0, 0, 0, 0);

  /**
   * What came of it.
   *
   * @param allHeld when there was nothing left for the first time, 0 for never
   * @param work of the first minute
   */
  record Outcome(int sold, double allHeld, long p50, long p99, double longestInRoom, Work work) {}

  SimulatedSale(Rush rush) {
    this.rush = requireNonNull(rush);
    this.machine = new SimulatedMachine(agenda, rush.machine());
    this.streams =
        new SimulatedStreams(agenda, machine, rush.machine(), rush.costs().push(), LONGEST_SECONDS);
    this.room = new SimulatedRoom(agenda, rush.admitted(), LONGEST_SECONDS);
    this.free = rush.places();
  }

  /** Until nobody wants anything any more. */
  SimulatedSale run() {
    streams.open(rush.readers());
    streams.begin();
    for (int i = 0; i < rush.readers(); i++) {
      read();
    }
    for (int i = 0; i < rush.latecomers(); i++) {
      agenda.at(-LATE_SECONDS * Math.log(1 - random.nextDouble()), this::openPage);
    }
    if (rush.admitted() > 0) {
      room.begin();
    }
    agenda.at(MINUTE, () -> firstMinute = machine.work());
    agenda.run();
    return this;
  }

  SecondBySecond seen() {
    return seen;
  }

  Outcome outcome() {
    return new Outcome(
        sold,
        allHeld,
        seen.percentileMs("book", 50),
        seen.percentileMs("book", 99),
        room.longest(),
        firstMinute);
  }

  /** The queue begins before the sale does: who is there then stands in it. */
  private void read() {
    if (rush.admitted() == 0) {
      agenda.at(spread(REACTION_SECONDS), this::arrive);
    } else {
      room.enter(() -> book(LOOKS));
    }
  }

  private void openPage() {
    request(
        rush.costs().page(),
        () -> OK,
        () -> {
          streams.open(1);
          arrive();
        });
  }

  /** A place in the waiting room is stored as a booking is. */
  private void arrive() {
    if (rush.admitted() == 0) {
      book(LOOKS);
    } else {
      Request place = rush.costs().hold();
      machine.serve(place, () -> {}, () -> room.enter(() -> book(LOOKS)));
    }
  }

  private void book(int looks) {
    if (free == 0) {
      request(rush.costs().refusal(), () -> SOLD_OUT, () -> answered(false, looks));
    } else {
      boolean[] has = {false};
      request(rush.costs().hold(), () -> decide(has), () -> answered(has[0], looks));
    }
  }

  private int decide(boolean[] has) {
    has[0] = free > 0;
    free -= has[0] ? 1 : 0;
    allHeld = free == 0 && allHeld == 0 ? agenda.now() : allHeld;
    streams.change();
    return has[0] ? OK : SOLD_OUT;
  }

  private void answered(boolean has, int looks) {
    if (looks == LOOKS) {
      room.leave();
    }
    if (has) {
      streams.open(-1);
      think();
    } else {
      refused(looks);
    }
  }

  private void refused(int looks) {
    if (looks > 1) {
      agenda.at(agenda.now() + spread(LOOK_AGAIN_SECONDS), () -> book(looks - 1));
    } else {
      streams.open(-1);
    }
  }

  private void think() {
    if (random.nextDouble() < PART_THAT_PAYS) {
      double when = agenda.now() + Math.min(HOLD_SECONDS - 1, spread(THINK_SECONDS));
      agenda.at(when, this::pay);
    } else {
      agenda.at(agenda.now() + HOLD_SECONDS, this::letGo);
    }
  }

  private void letGo() {
    free++;
    streams.change();
  }

  private void pay() {
    request(rush.costs().pay(), () -> OK, () -> sold++);
  }

  /** What a request comes to. */
  private interface Decision {
    int status();
  }

  private void request(Request request, Decision decision, Runnable then) {
    double asked = agenda.now();
    int[] status = {OK};
    machine.serve(
        request,
        () -> status[0] = decision.status(),
        () -> {
          count(request.kind(), asked, status[0]);
          then.run();
        });
  }

  private void count(String kind, double asked, int status) {
    if (asked < LONGEST_SECONDS) {
      seen.add(kind, (int) asked, status, (long) ((agenda.now() - asked) * 1e9));
    }
  }

  /** Around a median; one of six takes twice as long, or longer. */
  private double spread(double median) {
    return median * Math.exp(0.7 * random.nextGaussian());
  }
}
