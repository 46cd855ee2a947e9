package id.tixgo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.report.domain.DoorCounts;
import id.tixgo.report.domain.EventFigures;
import id.tixgo.report.domain.Figures;
import id.tixgo.report.domain.UserSummary;
import io.vertx.core.Vertx;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens, in whatever pieces it is told, told twice or again from the start, over
 * restarts and snapshots: figures are what it adds up to.
 */
class ReportHistoryTest {
  private static final DoorCounts NOBODY = new DoorCounts(0, Map.of(), Map.of());
  private static final List<String> FEEDS = List.of("wallet", "event", "ticketing", "payment");

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, ScriptedFeed> feeds = new TreeMap<>();

  @BeforeEach
  void open() {
    JsonFormat.install();
    FEEDS.forEach(name -> feeds.put(name, new ScriptedFeed(vertx)));
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void figuresShouldBeWhatHappened(long seed) {
    Random random = new Random(seed);
    ReportHistory history = new ReportHistory(random, feeds);
    OpenReports reports = new OpenReports(RunningSystem.newFolder(), feeds);
    for (int round = 0; round < 12; round++) {
      for (int i = 0; i < 25; i++) {
        history.happen();
      }
      reports = disturbed(random, reports);
      for (int i = 0; i < 20; i++) {
        takeSome(random, reports);
      }
    }
    FEEDS.forEach(reports::takeAll);
    expect(history, reports);
    List<Object> figures = figures(reports);
    reports.close();
    OpenReports anew = new OpenReports(RunningSystem.newFolder(), feeds);
    anew.sync.run().await();
    expect(history, anew);
    assertEquals(figures, figures(anew));
    anew.close();
  }

  private OpenReports disturbed(Random random, OpenReports reports) {
    return switch (random.nextInt(5)) {
      case 0 -> reports.restarted();
      case 1 -> reports.compacted();
      case 2 -> {
        reports.sync.run().await();
        yield reports;
      }
      default -> reports;
    };
  }

  /** Some that it knows, and some that it doesn't. */
  private void takeSome(Random random, OpenReports reports) {
    String feed = FEEDS.get(random.nextInt(FEEDS.size()));
    int read = reports.read(feed);
    int after = Math.max(0, read - random.nextInt(10));
    int upTo = Math.min(feeds.get(feed).size(), read + random.nextInt(15));
    if (upTo > after) {
      reports.take(feed, after, upTo);
    }
  }

  private static void expect(ReportHistory history, OpenReports reports) {
    for (long user = 1; user <= ReportHistory.USERS; user++) {
      UserSummary sum = reports.users.summary(user).await();
      assertEquals(money(history, user + " spent"), sum.spent().minor());
      assertEquals(money(history, user + " received"), sum.received().minor());
      assertEquals(money(history, user + " topped up"), sum.toppedUp().minor());
      assertEquals(
          history.nameToCount.getOrDefault(user + " transfers", 0L),
          reports.users.transfers(user).await().size());
    }
    for (String event : List.of("e1", "e2")) {
      expect(history, event, figures(reports, event, "Asia/Jakarta"));
    }
  }

  private static void expect(ReportHistory history, String event, EventFigures sum) {
    assertEquals(history.nameToCount.getOrDefault(event + " sold", 0L), sum.sold());
    assertEquals(history.nameToCount.getOrDefault(event + " refunded", 0L), sum.refunded());
    EventFigures.Total total = sum.currencyToTotal().get("IDR");
    assertEquals(money(history, event + " paid"), total.paid());
    assertEquals(money(history, event + " kept"), total.kept());
    assertEquals(money(history, event + " online"), total.online());
    assertEquals(money(history, event + " online back"), total.onlineBack());
    Figures hours = sum.hourToFigures().values().stream().reduce(Figures.NONE, Figures::plus);
    Figures types = sum.typeToFigures().values().stream().reduce(Figures.NONE, Figures::plus);
    assertEquals(types, hours);
    assertEquals(total.kept(), hours.kept());
  }

  private static long money(ReportHistory history, String name) {
    return history.nameToMoney.getOrDefault(name, 0L);
  }

  private static List<Object> figures(OpenReports reports) {
    List<Object> all = new ArrayList<>();
    for (long user = 1; user <= ReportHistory.USERS; user++) {
      all.add(reports.users.summary(user).await());
      all.add(reports.users.transfers(user).await());
    }
    for (String event : List.of("e1", "e2")) {
      all.add(figures(reports, event, "UTC"));
    }
    return all;
  }

  private static EventFigures figures(OpenReports reports, String event, String zone) {
    return EventFigures.of(
        reports.events.event(event).orElseThrow(),
        reports.events.sales(event).await(),
        NOBODY,
        ZoneId.of(zone));
  }

  @Test
  void anEventThatNobodyBooksShouldHaveNothing() {
    new ReportHistory(new Random(1), feeds);
    OpenReports reports = new OpenReports(RunningSystem.newFolder(), feeds);
    FEEDS.forEach(reports::takeAll);
    EventFigures sum = figures(reports, "e1", "UTC");
    assertEquals(0, sum.sold() + sum.noShows());
    assertEquals(List.of("IDR"), List.copyOf(sum.currencyToTotal().keySet()));
    reports.close();
  }
}
