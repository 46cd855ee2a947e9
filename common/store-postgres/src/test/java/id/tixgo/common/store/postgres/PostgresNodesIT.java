package id.tixgo.common.store.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.HeldWire;
import id.tixgo.common.test.OpenShelf;
import id.tixgo.common.test.PostgresServer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Shelf.Book;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Several nodes over one PostgreSQL, while connections, answers and the server get lost. */
@EnabledIf("id.tixgo.common.test.PostgresServer#isExpected")
class PostgresNodesIT {
  private static final String KILL =
      "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
          + " WHERE application_name LIKE 'tixgo-%'";
  private static final Vertx VERTX = Vertx.vertx();
  private static PostgresServer server;

  @BeforeAll
  static void start() {
    JsonFormat.install();
    server = new PostgresServer();
  }

  @AfterAll
  static void stop() {
    server.close();
    RunningSystem.await(VERTX.close());
  }

  @Test
  void oneOfThreeNodesShouldWinEachTime() {
    try (ShelfNodes nodes =
        new ShelfNodes(server, "winners", server.url(), server.url(), server.url())) {
      for (int round = 0; round < 10; round++) {
        RunningSystem.await(nodes.rush("r" + round, 100));
      }
      assertEquals(1000, nodes.wins());
      nodes.expectWhole();
    }
  }

  /** One that always has more to store doesn't keep another from it. */
  @Test
  void aNodeShouldHaveItsTurnBesideABusyOne() {
    try (ShelfNodes nodes = new ShelfNodes(server, "busy", server.url(), server.url())) {
      AtomicBoolean over = new AtomicBoolean();
      AtomicInteger turns = new AtomicInteger();
      work(nodes.nodes.get(0), over, turns);
      for (int i = 0; i < 100; i++) {
        RunningSystem.await(nodes.nodes.get(1).add(new Book("b", "")));
      }
      over.set(true);
      assertTrue(turns.get() < 1000, () -> turns + " turns of the other one beside 100");
    }
  }

  private static void work(OpenShelf node, AtomicBoolean over, AtomicInteger turns) {
    if (!over.get()) {
      turns.incrementAndGet();
      node.add(new Book("a", "")).onSuccess(done -> work(node, over, turns));
    }
  }

  @Test
  void anotherNodeShouldSeeAChangeWithoutALook() {
    try (ShelfNodes nodes = new ShelfNodes(server, "bell", server.url(), server.url())) {
      OpenShelf other = nodes.nodes.get(1);
      long start = System.nanoTime();
      for (int i = 1; i <= 20; i++) {
        RunningSystem.await(nodes.nodes.get(0).add(new Book("b" + i, "")));
        int wanted = i;
        Eventually.await("it is seen", () -> other.shelf().all().size() == wanted);
      }
      long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      assertTrue(tookMs < 10_000, () -> "20 took " + tookMs + " ms: as long as without a bell");
    }
  }

  @Test
  void nothingShouldBeLostWhenConnectionsAreEndedByTheServer() {
    try (ShelfNodes nodes = new ShelfNodes(server, "ended", server.url(), server.url())) {
      for (int round = 0; round < 10; round++) {
        Future<?> rush = nodes.rush("r" + round, 300);
        server.sql(KILL);
        RunningSystem.await(rush);
      }
      nodes.expectWhole();
    }
  }

  @Test
  void nothingShouldBeLostWhenTheServerDiesAndComesBack() {
    try (ShelfNodes nodes = new ShelfNodes(server, "died", server.url(), server.url())) {
      for (int round = 0; round < 2; round++) {
        Future<?> rush = nodes.rush("r" + round, 1000);
        server.stop();
        server.start();
        RunningSystem.await(rush);
      }
      RunningSystem.await(nodes.rush("last", 10));
      nodes.expectWhole();
    }
  }

  @Test
  void nothingShouldBeLostOrDoubledWhenAnswersGetLost() {
    String port = FreePort.next();
    HeldWire wire = HeldWire.lead(VERTX, port, server.port());
    try (ShelfNodes nodes = new ShelfNodes(server, "held", server.url(port), server.url())) {
      for (int round = 0; round < 12; round++) {
        Future<?> rush = nodes.rush("r" + round, 300);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(round));
        wire.hold();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        wire.cut();
        RunningSystem.await(rush);
      }
      nodes.expectWhole();
    }
  }

  /** It has the turn, and nothing more is heard of it; later it goes on with what it knew. */
  @Test
  void aNodeThatStallsInItsTurnShouldHoldUpOthersForSecondsOnly() {
    String port = FreePort.next();
    HeldWire wire = HeldWire.lead(VERTX, port, server.port());
    try (ShelfNodes nodes = new ShelfNodes(server, "stalled", server.url(port), server.url())) {
      RunningSystem.await(nodes.nodes.get(0).claim("before"));
      wire.hold();
      Future<Boolean> stalled = nodes.nodes.get(0).claim("x");
      Eventually.await("it has the turn", () -> !server.sql(IN_A_TURN).equals("0"));
      assertTrue(RunningSystem.await(nodes.nodes.get(1).claim("x")));
      wire.cut();
      assertEquals(false, RunningSystem.await(stalled));
      RunningSystem.await(nodes.nodes.get(0).claim("y"));
      assertEquals("3", server.sql("SELECT count(*) FROM entries WHERE store = 'stalled'"));
    }
  }

  private static final String IN_A_TURN =
      "SELECT count(*) FROM pg_stat_activity"
          + " WHERE application_name = 'tixgo-stalled' AND state = 'idle in transaction'";

  @Test
  void aNodeShouldStartWithASnapshot() {
    try (ShelfNodes nodes = new ShelfNodes(server, "many", server.url())) {
      List<Future<Integer>> added = new ArrayList<>();
      for (int i = 0; i < 60_000; i++) {
        added.add(nodes.nodes.get(0).add(new Book("b" + i % 100, "t" + i)));
      }
      RunningSystem.await(Future.all(added));
      String newest = "SELECT coalesce(max(number), 0) FROM snapshots WHERE store = 'many'";
      Eventually.await("it is written", () -> !server.sql(newest).equals("0"));
      RunningSystem.await(nodes.nodes.get(0).add(new Book("later", "")));
      server.sql("DELETE FROM entries WHERE store = 'many' AND number <= (" + newest + ")");
      Map<String, String> all = nodes.nodes.get(0).shelf().all();
      assertEquals(all, nodes.start(server.url()).shelf().all());
    }
  }

  /** As by a dump of yesterday, after which others went on. */
  @Test
  void aNodeShouldStopWhenTheStoreIsPutBack() {
    try (ShelfNodes nodes = new ShelfNodes(server, "back", server.url())) {
      OpenShelf node = nodes.nodes.get(0);
      RunningSystem.await(node.claim("a"));
      server.sql(
          "UPDATE entries SET batch = gen_random_uuid() WHERE store = 'back';"
              + " SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE application_name = 'tixgo-back'");
      Eventually.await("it isn't ready", () -> node.store().check().failed());
      assertThrows(Problem.class, () -> RunningSystem.await(node.claim("b")));
    }
  }

  @Test
  void aNodeShouldStopWhenTheStoreIsReplaced() {
    try (ShelfNodes nodes = new ShelfNodes(server, "replaced", server.url())) {
      OpenShelf node = nodes.nodes.get(0);
      RunningSystem.await(node.claim("a"));
      assertNotEquals("1", server.sql("SELECT epoch FROM stores WHERE store = 'replaced'"));
      server.sql("UPDATE stores SET epoch = epoch + 1 WHERE store = 'replaced'");
      assertThrows(Problem.class, () -> RunningSystem.await(node.claim("b")));
      assertThrows(Problem.class, () -> RunningSystem.await(node.store().check()));
    }
  }
}
