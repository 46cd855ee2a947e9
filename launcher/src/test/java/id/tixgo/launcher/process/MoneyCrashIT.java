package id.tixgo.launcher.process;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Services killed again and again in the middle of sales that are paid online and, some of them,
 * given back, at a payment gateway whose answers get lost for a while: whoever has paid has tickets
 * or the money, no order is paid twice, the ledger has what the gateway has, and the door's list
 * the good tickets. CONTRIBUTING.md has its full size.
 */
@Alone
class MoneyCrashIT {
  private static final int ROUNDS = Integer.getInteger("money.rounds", 1);
  private static final int BUYERS = Integer.getInteger("money.buyers", 36);
  private static final int DEATHS = Integer.getInteger("money.deaths", 4);
  private static final int LONGEST_MS = 1500;
  private static final List<String> MORTALS =
      List.of("payment", "payment", "ticketing", "attendance", "gateway");

  private final Map<String, String> settings = Tixgo.settings("FEED_LOOK_MS", "50");
  private final Map<String, Tixgo> nameToRunning = new HashMap<>();
  private final Random random = random();
  private SimulatedGateway gateway;

  @BeforeEach
  void simulate() {
    gateway = new SimulatedGateway(settings.get("PAYMENT_PORT"));
    settings.putAll(gateway.settings());
  }

  @AfterEach
  void stop() throws IOException {
    for (Tixgo running : nameToRunning.values()) {
      running.close();
    }
    gateway.close();
  }

  @Test
  void nobodyShouldLoseMoneyWheneverItDies() throws IOException {
    for (String service :
        List.of("identity", "event", "ticketing", "payment", "attendance", "gateway")) {
      start(service);
    }
    PatientClient client = new PatientClient(settings, Tixgo.logIn(settings.get("IDENTITY_PORT")));
    for (int round = 1; round <= ROUNDS; round++) {
      OnlineSale sale = new OnlineSale(client, gateway.baseUrl(), "e" + round, BUYERS);
      sale.open();
      List<Thread> buyers = sale.rush();
      harm(sale);
      sale.expectEverybodyHasTicketsOrMoney(buyers, nameToRunning.get("payment"));
      sale.expectOnTheDoorsList(nameToRunning.get("attendance"));
      System.out.println("MoneyCrashIT round " + round + ": " + sale);
    }
  }

  /** Once, answers get lost; else somebody dies. */
  private void harm(OnlineSale sale) throws IOException {
    int loss = random.nextInt(DEATHS);
    for (int death = 0; death < DEATHS; death++) {
      pause();
      if (death == loss) {
        sale.loseAnswers();
        pause();
        sale.hearAnswers();
      } else {
        kill(MORTALS.get(random.nextInt(MORTALS.size())));
      }
    }
  }

  private void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MS)));
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
    System.out.println("MoneyCrashIT seed " + seed);
    return new Random(seed);
  }
}
