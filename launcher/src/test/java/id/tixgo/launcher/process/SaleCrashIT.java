package id.tixgo.launcher.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Ticketing and the door killed again and again in the middle of sales to more buyers than there
 * are places: nothing is sold twice, nothing that was answered is lost, holds end when they said,
 * and every ticket that was issued is on the door's list. CONTRIBUTING.md has its full size.
 */
@Alone
class SaleCrashIT {
  private static final int ROUNDS = Integer.getInteger("sale.rounds", 1);
  private static final int PLACES = Integer.getInteger("sale.places", 400);
  private static final int BUYERS = Integer.getInteger("sale.buyers", 1200);
  private static final int DEATHS = Integer.getInteger("sale.deaths", 6);
  private static final int LONGEST_MS = 1200;

  private final Map<String, String> settings =
      Tixgo.settings("BOOKING_HOLD_MINUTES", "1", "FEED_LOOK_MS", "50");
  private final Map<String, Tixgo> nameToRunning = new HashMap<>();
  private final Random random = random();

  @AfterEach
  void stop() throws IOException {
    for (Tixgo running : nameToRunning.values()) {
      running.close();
    }
  }

  @Test
  void nothingShouldBeSoldTwiceOrLostWheneverItDies() throws IOException {
    for (String service : List.of("identity", "event", "ticketing", "attendance")) {
      start(service);
    }
    PatientClient client = new PatientClient(settings, Tixgo.logIn(settings.get("IDENTITY_PORT")));
    List<CrashedSale> sales = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      CrashedSale sale = new CrashedSale(client, "e" + round, PLACES);
      sell(sale);
      System.out.println("SaleCrashIT round " + round + ": " + sale);
      sales.add(sale);
    }
    sales.forEach(CrashedSale::expectHoldsToEnd);
  }

  private void sell(CrashedSale sale) throws IOException {
    sale.open();
    List<Thread> buyers = sale.rush(BUYERS);
    for (int death = 0; death < DEATHS; death++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MS)));
      kill(random.nextInt(3) > 0 ? "ticketing" : "attendance");
    }
    sale.expectAllSoldOnce(buyers);
    sale.expectOnTheDoorsList(nameToRunning.get("attendance"));
  }

  private void kill(String service) throws IOException {
    try (Tixgo running = nameToRunning.remove(service)) {
      running.kill();
    }
    start(service);
  }

  private void start(String service) throws IOException {
    Tixgo started = Tixgo.start(service, settings);
    nameToRunning.put(service, started);
    started.awaitHealthy(settings.get(service.toUpperCase(Locale.ROOT) + "_PORT"));
  }

  private static Random random() {
    long seed = System.nanoTime();
    System.out.println("SaleCrashIT seed " + seed);
    return new Random(seed);
  }
}
