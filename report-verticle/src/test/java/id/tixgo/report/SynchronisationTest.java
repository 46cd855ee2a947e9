package id.tixgo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tixgo.common.clients.wallet.WalletFacts;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.report.domain.ReportedStatus;
import id.tixgo.report.domain.ReportedTransfer;
import id.tixgo.report.domain.SyncProgress.Synced;
import id.tixgo.report.domain.UserSummary;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SynchronisationTest {
  private static final Instant AT = Instant.parse("2026-01-03T13:25:53.415880Z");

  private final Vertx vertx = Vertx.vertx();
  private ScriptedFeed wallet;
  private OpenReports reports;

  @BeforeEach
  void open() {
    JsonFormat.install();
    wallet = new ScriptedFeed(vertx);
    Map<String, ScriptedFeed> feeds = new HashMap<>(Map.of("wallet", wallet));
    for (String other : List.of("event", "ticketing", "payment")) {
      feeds.put(other, new ScriptedFeed(vertx));
    }
    feeds.get("payment").away = true;
    reports = new OpenReports(RunningSystem.newFolder(), feeds);
  }

  @AfterEach
  void close() {
    reports.close();
    vertx.close().await();
  }

  @Test
  void whatIsMissingShouldBeThereAndTheFeedGoOnAfterIt() {
    topUps(2500);
    reports.take("wallet", 0, 10);
    Synced synced = reports.sync.run().await();
    assertEquals(2500, synced.transactions());
    assertEquals(7, synced.users());
    assertEquals(2500, reports.read("wallet"));
    assertEquals(2500, all());
    topUps(1);
    reports.take("wallet", 2400, 2501);
    assertEquals(2501, all());
  }

  @Test
  void whatTheFeedDoesNotTellAnyMoreShouldBeGoneButForWhatIsPending() {
    topUps(20);
    reports.take("wallet", 0, 20);
    reports.users.keep(pending()).await();
    wallet.beginAnew();
    topUps(3);
    reports.sync.run().await();
    assertEquals(3, all());
    assertEquals(3, reports.read("wallet"));
    assertEquals(1, reports.users.transfers(1).await().size());
    reports = reports.restarted();
    assertEquals(3, all());
  }

  @Test
  void aFeedThatCannotBeReadShouldChangeNothing() {
    topUps(20);
    reports.take("wallet", 0, 20);
    wallet.away = true;
    assertThrows(Problem.class, () -> reports.sync.run().await());
    assertEquals(20, all());
    assertEquals(false, reports.sync.progress().running());
    assertEquals(Optional.empty(), reports.sync.progress().last());
    wallet.away = false;
    assertEquals(20, reports.sync.run().await().transactions());
  }

  @Test
  void muchShouldBePutRightInSmallSteps() {
    topUps(2500);
    assertEquals(2500, reports.sync.run().await().transactions());
    assertEquals(2500, all());
    assertEquals(1000, reports.counted.most().get());
    wallet.beginAnew();
    reports.sync.run().await();
    assertEquals(0, all());
    assertEquals(1000, reports.counted.most().get());
  }

  @Test
  void whatIsFollowedMeanwhileShouldCountOnce() {
    topUps(4000);
    reports.take("wallet", 0, 10);
    Future<Synced> sync = reports.sync.run();
    while (!sync.isComplete()) {
      topUps(1);
      reports.take(
          "wallet", reports.read("wallet"), Math.min(wallet.size(), reports.read("wallet") + 50));
    }
    sync.await();
    reports.takeAll("wallet");
    assertEquals(wallet.size(), all());
    assertEquals(wallet.size(), reports.sync.run().await().transactions());
    assertEquals(wallet.size(), all());
  }

  @Test
  void whoAsksMeanwhileShouldGetTheOneThatGoesOn() {
    topUps(5000);
    Future<Synced> first = reports.sync.run();
    Future<Synced> second = reports.sync.run();
    assertEquals(first.await(), second.await());
    assertEquals(5000, reports.sync.progress().feeds().get(0).read());
  }

  private void topUps(int count) {
    for (int i = 0; i < count; i++) {
      int number = wallet.size() + 1;
      wallet.tell(
          WalletFacts.TOPPED_UP,
          AT.plusSeconds(number),
          new WalletFacts(number, number % 7 + 1, rupiah(1), rupiah(1), Optional.empty()));
    }
  }

  /** How many top-ups of all users are known. */
  private int all() {
    int all = 0;
    for (int user = 1; user <= 7; user++) {
      UserSummary sum = reports.users.summary(user).await();
      assertEquals(rupiah(sum.transactions()), sum.toppedUp());
      all += sum.transactions();
    }
    return all;
  }

  private static ReportedTransfer pending() {
    return new ReportedTransfer(9, 1, 2, rupiah(5), ReportedStatus.PENDING, AT, AT);
  }

  private static Money rupiah(long major) {
    return new Money(100 * major, "IDR");
  }
}
