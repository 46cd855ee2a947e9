package id.tixgo.loadtest;

import id.tixgo.loadtest.Rush.Hardware;
import id.tixgo.loadtest.SimulatedMachine.Work;
import id.tixgo.loadtest.SimulatedSale.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What sales that nobody can try here do to machines: arrivals are simulated, what requests take
 * was measured ({@link Costs}). Prints a row of a table for each sale and writes a CSV file of it.
 */
public final class Forecast {
  private static final String USAGE =
      "usage: Forecast sales FOLDER | clients CLIENTS ANSWERS CORES (environment: see Costs)";
  private static final int STREAMS = 16_384;
  private static final Hardware SMALL = new Hardware(2, 1_000, STREAMS, 1);
  private static final Hardware MIDDLE = new Hardware(8, 1_000, 4 * STREAMS, 1);
  private static final Hardware LARGE = new Hardware(32, 10_000, 32 * STREAMS, 1);

  private Forecast() {}

  public static void main(String[] arguments) throws IOException {
    Costs costs = Costs.from(System.getenv());
    if (arguments.length == 2 && arguments[0].equals("sales")) {
      forecast(sales(costs), Path.of(arguments[1]));
    } else if (arguments.length == 4 && arguments[0].equals("clients")) {
      System.out.println(clients(arguments, costs));
    } else {
      System.err.println(USAGE);
      System.exit(2);
    }
  }

  private static String clients(String[] arguments, Costs costs) {
    int answers = Integer.parseInt(arguments[2]);
    Hardware hardware = new Hardware(Integer.parseInt(arguments[3]), 1_000, 0, 1);
    return new SimulatedClients(hardware, costs.hold(), answers)
        .run(Integer.parseInt(arguments[1]));
  }

  private static List<Rush> sales(Costs costs) {
    return Stream.of(convention(costs), stadium(costs), band(costs), tenStadiums(costs))
        .flatMap(List::stream)
        .toList();
  }

  /** As many as a shop of conventions was tried with. */
  private static List<Rush> convention(Costs costs) {
    return List.of(new Rush("convention", 4_000, 0, 1_940, SMALL, 0, costs));
  }

  private static List<Rush> stadium(Costs costs) {
    Rush plain = new Rush("stadium", 40_000, 40_000, 50_000, SMALL, 0, costs);
    return List.of(
        plain, plain.with("stadium-room", SMALL, 500), plain.with("stadium-8-cores", MIDDLE, 0));
  }

  /** A million want to see it, and are there within seconds. */
  private static List<Rush> band(Costs costs) {
    Rush plain = new Rush("band", 1_000_000, 0, 160_000, LARGE, 0, costs);
    return List.of(plain, plain.with("band-room", LARGE, 3_000));
  }

  /** At the same time. */
  private static List<Rush> tenStadiums(Costs costs) {
    Rush plain = new Rush("ten-stadiums", 400_000, 400_000, 500_000, LARGE, 0, costs);
    return List.of(plain, plain.with("ten-stadiums-4-logs", LARGE.withLogs(4), 0));
  }

  private static void forecast(List<Rush> sales, Path folder) throws IOException {
    for (Rush rush : sales) {
      SimulatedSale sale = new SimulatedSale(rush).run();
      Path file = folder.resolve(rush.name() + ".csv");
      try (PrintStream out =
          new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
        sale.seen().print(out);
      }
      System.out.println(row(rush, sale.outcome()));
    }
  }

  private static String row(Rush rush, Outcome outcome) {
    Work work = outcome.work();
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %,d | %.1f, %.1f | %.0f | %.0f + %.0f of %d | %.1f, %.1f of %d | %.0f |",
        rush.name(),
        outcome.allHeld(),
        outcome.sold(),
        outcome.p50() / 1000.0,
        outcome.p99() / 1000.0,
        outcome.longestInRoom(),
        work.requests(),
        work.streams(),
        60 * rush.machine().cores(),
        work.ticketing(),
        work.payment(),
        60 * rush.machine().logs(),
        work.line());
  }
}
