package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.HeldWire;
import id.tixgo.common.test.RabbitBroker;
import id.tixgo.common.test.RabbitQueue;
import id.tixgo.common.test.RabbitQueue.Delivered;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Payment's feed at a real broker, over TLS: nothing is lost whichever of them dies, and what comes
 * twice says so. Left out where no broker is installed, unless it is required.
 */
@Alone
@EnabledIf("id.tixgo.common.test.RabbitBroker#isExpected")
class RabbitIT {
  private static final String PASSWORD = "guest";
  private static final Map<String, String> SETTINGS = Tixgo.settings();
  private static final Vertx VERTX = Vertx.vertx();
  private static RabbitBroker broker;
  private static HeldWire wire;
  private static Tixgo house;
  private static Tixgo payment;
  private static CashSale sale;
  private static PublishedFeed feed;

  @BeforeAll
  static void start() throws IOException {
    broker = new RabbitBroker();
    String port = FreePort.next();
    wire = HeldWire.lead(VERTX, port, broker.tlsPort());
    SETTINGS.put("SERVICES", "identity,event,ticketing");
    SETTINGS.put("RABBITMQ_URL", "amqps://guest:" + PASSWORD + "@127.0.0.1:" + port);
    SETTINGS.put("SERVICE_TOKEN", RunningSystem.SERVICE_TOKEN);
    SETTINGS.put("JAVA_OPTS", broker.trustFlags());
    house = Tixgo.start("all", SETTINGS);
    for (String name : List.of("IDENTITY_PORT", "EVENT_PORT", "TICKETING_PORT")) {
      house.awaitHealthy(SETTINGS.get(name));
    }
    startPayment();
    broker.await();
    feed = new PublishedFeed(SETTINGS.get("PAYMENT_PORT"), RunningSystem.SERVICE_TOKEN);
    String token = Tixgo.logIn(SETTINGS.get("IDENTITY_PORT"));
    sale = new CashSale(new PatientClient(SETTINGS, token));
  }

  private static void startPayment() throws IOException {
    payment = Tixgo.start("payment", SETTINGS).awaitHealthy(SETTINGS.get("PAYMENT_PORT"));
  }

  @AfterAll
  static void stop() throws IOException {
    broker.close();
    house.close();
    payment.close();
    RunningSystem.await(VERTX.close());
  }

  @Test
  void whatTheFeedTellsShouldComeInOrderWithWhatItIs() {
    awaitPublished();
    RabbitQueue all = queue("#");
    RabbitQueue failed = queue("transaction_failed");
    long before = feed.last();
    sale.giveBack(sale.buy());
    sale.cancel();
    List<JsonObject> told = feed.after(before);
    List<String> types = told.stream().map(message -> message.getString("type")).toList();
    assertEquals(
        List.of(
            "transaction_created",
            "payment_confirmed",
            "refund_processed",
            "transaction_created",
            "transaction_failed"),
        types);
    awaitAll(all, before);
    List<Delivered> delivered = all.delivered();
    assertEquals(told, delivered.stream().map(Delivered::body).toList());
    assertEquals(types, delivered.stream().map(Delivered::routingKey).toList());
    delivered.forEach(
        message -> assertEquals(PublishedFeed.properties(message.body()), message.properties()));
    assertEquals(List.of(delivered.get(4)), failed.delivered());
  }

  @Test
  void whatIsConfirmedToNobodyShouldComeAgainAndSaySo() {
    awaitPublished();
    RabbitQueue all = queue("#");
    long before = feed.last();
    wire.hold();
    sale.buy();
    Eventually.await("it has come", () -> !all.delivered().isEmpty());
    wire.cut();
    Eventually.await("it has come again", () -> repeats(all.delivered()) > 0);
    assertFalse(all.delivered().get(0).mayBeRepeated());
    awaitAll(all, before);
  }

  /** What somebody took before would come again, too: the broker forgets then that he has it. */
  @Test
  void nothingShouldBeLostWhenTheBrokerDies() {
    awaitPublished();
    RabbitQueue all = queue("#");
    broker.storeBindings();
    long before = feed.last();
    long said = timesSaid("the feed of payment isn't published");
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Void> sales = CompletableFuture.runAsync(() -> sale.buyUntil(enough));
    payment.await(() -> feed.report().getLong("seq") > before + 10);
    broker.kill();
    payment.await(() -> feed.report().getString("state").equals("waiting"));
    sale.buy();
    broker.start();
    enough.set(true);
    sales.join();
    broker.await();
    awaitAll(all, before);
    assertEquals(said + 1, timesSaid("the feed of payment isn't published"));
    assertFalse(payment.log().contains(PASSWORD));
  }

  @Test
  void nothingShouldBeLostWhenPaymentDies() throws IOException {
    awaitPublished();
    RabbitQueue all = queue("#");
    long before = feed.last();
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Void> sales = CompletableFuture.runAsync(() -> sale.buyUntil(enough));
    payment.await(() -> feed.report().getLong("seq") > before + 10);
    payment.kill();
    payment.close();
    startPayment();
    enough.set(true);
    sales.join();
    awaitAll(all, before);
  }

  @Test
  void whatIsConfirmedShouldComeOnceWhileTheDiskIsFull() {
    RabbitQueue all = queue("disk_full");
    try (FullDisk disk = new FullDisk(broker)) {
      disk.tellAndFill("disk_full");
      Eventually.await("it says why", () -> disk.report().detail().contains("can't be written"));
      assertEquals(0, disk.written());
      disk.makeRoom();
      Eventually.await("its place is kept", () -> disk.written() == 1);
    }
    assertEquals(1, all.delivered().size());
  }

  @Test
  void aBrokerThatNobodyVouchesForShouldBeToldNothing() {
    String url = "amqps://127.0.0.1:" + broker.tlsPort();
    try (RunningSystem system =
        new RunningSystem(List.of("payment"), Map.of("RABBITMQ_URL", url))) {
      Eventually.await(
          "it is refused",
          () ->
              PublishedFeed.report(system.service("payment").get("/health/ready").json())
                  .getString("detail")
                  .contains("unable to find valid certification path"));
    }
  }

  private static RabbitQueue queue(String key) {
    return new RabbitQueue(broker, "tixgo.events", key);
  }

  private static void awaitPublished() {
    payment.await(feed::isPublished);
  }

  /** Each message of the feed since then has come, in order but for repeats, which say so. */
  private static void awaitAll(RabbitQueue queue, long before) {
    awaitPublished();
    List<Delivered> delivered = queue.delivered();
    assertEquals(
        LongStream.rangeClosed(before + 1, feed.last()).boxed().toList(),
        delivered.stream().map(Delivered::seq).distinct().toList());
    repeats(delivered);
  }

  /** How many came before; each of them must say that it may have. */
  private static long repeats(List<Delivered> delivered) {
    Set<String> ids = new HashSet<>();
    List<Delivered> repeats = delivered.stream().filter(one -> !ids.add(one.id())).toList();
    assertTrue(repeats.stream().allMatch(Delivered::mayBeRepeated), repeats::toString);
    return repeats.size();
  }

  private static long timesSaid(String words) {
    return payment.log().lines().filter(line -> line.contains(words)).count();
  }
}
