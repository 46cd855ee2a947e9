package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
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
 * given back, at a payment gateway whose answers get lost for a while: whoever has paid, some from
 * wallets, has tickets or the money, no order is paid twice, the ledger has what the gateway has,
 * and the door's list the good tickets. CONTRIBUTING.md has its full size.
 */
@Alone
class MoneyCrashIT {
  private static final int ROUNDS = Integer.getInteger("money.rounds", 1);
  private static final int BUYERS = Integer.getInteger("money.buyers", 36);
  private static final int DEATHS = Integer.getInteger("money.deaths", 4);
  private static final int LONGEST_MS = 1500;
  private static final long FUNDS = 1_000_000_000;
  private static final String SERVICE_TOKEN = "fedcba9876543210fedcba9876543210";

  /** Those who die together. */
  private static final List<List<String>> MORTALS =
      List.of(
          List.of("payment"),
          List.of("payment", "wallet"),
          List.of("wallet"),
          List.of("ticketing"),
          List.of("attendance"),
          List.of("gateway"));

  private final Map<String, String> settings =
      Tixgo.settings("FEED_LOOK_MS", "50", "SERVICE_TOKEN", SERVICE_TOKEN);
  private final Map<String, Tixgo> nameToRunning = new HashMap<>();
  private final Random random = random();
  private SimulatedGateway gateway;

  @BeforeEach
  void simulate() {
    gateway = new SimulatedGateway(settings.get("PAYMENT_PORT"));
    settings.putAll(gateway.settings());
    settings.put("PAYMENT_GATEWAYS", "midtrans,wallet,manual");
    settings.put("WALLET_BASE_URL", "http://127.0.0.1:" + settings.get("WALLET_PORT"));
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
        List.of("identity", "event", "wallet", "ticketing", "payment", "attendance", "gateway")) {
      start(service);
    }
    PatientClient client = new PatientClient(settings, Tixgo.logIn(settings.get("IDENTITY_PORT")));
    client.post(200, "WALLET_PORT", "/users/1/topup", "", new JsonObject().put("amount", FUNDS));
    long taken = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      OnlineSale sale = new OnlineSale(client, gateway.baseUrl(), "e" + round, BUYERS);
      sale.open();
      List<Thread> buyers = sale.rush();
      harm(sale);
      sale.expectEverybodyHasTicketsOrMoney(buyers, nameToRunning.get("payment"));
      sale.expectOnTheDoorsList(nameToRunning.get("attendance"));
      taken += sale.takenFromWallets();
      expectInWallet(client, FUNDS - taken);
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

  private void kill(List<String> services) throws IOException {
    for (String service : services) {
      try (Tixgo running = nameToRunning.remove(service)) {
        running.kill();
      }
    }
    for (String service : services) {
      start(service);
    }
  }

  private static void expectInWallet(PatientClient client, long expected) {
    JsonObject balance = new JsonObject(client.get("WALLET_PORT", "/users/1/balance").body());
    assertEquals(expected, balance.getLong("balance"));
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
