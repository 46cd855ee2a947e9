package id.tixgo.common.store.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.tixgo.common.config.Env;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.DatabaseConfig;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.SharedLog;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.StoreConfig;
import id.tixgo.common.store.audit.AuditHead;
import id.tixgo.common.store.audit.AuditLine;
import id.tixgo.common.store.audit.AuditTrail;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.PostgresServer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Shelf;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What only one node may have, and the audit, which all nodes read. */
@EnabledIf("id.tixgo.common.test.PostgresServer#isExpected")
class PostgresTrailIT {
  private static final Instant AT = Instant.parse("2030-01-01T00:00:00.123Z");
  private static final Vertx VERTX = Vertx.vertx();
  private static PostgresServer server;
  private static Env env;

  @BeforeAll
  static void start() {
    JsonFormat.install();
    server = new PostgresServer();
    env = new Env(Map.of("STORE", "postgres", "DATABASE_URL", server.url()));
  }

  @AfterAll
  static void stop() {
    RunningSystem.await(VERTX.close());
    server.close();
  }

  @Test
  void anotherNodeShouldWaitUntilTheOneThatHasAStoreAloneEnds() {
    Store first = alone();
    RunningSystem.await(first.open());
    Store second = alone();
    Future<Void> opened = second.open();
    RunningSystem.await(first.commit(VERTX.getOrCreateContext(), Appender::hashCode));
    assertFalse(opened.isComplete());
    assertFalse(second.isFilled());
    RunningSystem.await(first.close());
    RunningSystem.await(opened);
    RunningSystem.await(second.check());
    RunningSystem.await(second.close());
  }

  private static Store alone() {
    return StoreConfig.from(env).store(VERTX, new Shelf(VERTX, "alone"), true);
  }

  @Test
  void linesShouldBeReadFromTheLogByEveryNode() throws IOException {
    List<AuditLine> lines = lines(1200);
    append("told", lines);
    try (AuditTrail trail = new PostgresLogs().trail(VERTX, DatabaseConfig.from(env), "told")) {
      assertEquals(lines.get(1199).head(), trail.last());
      assertEquals(lines.get(0).head().hash(), trail.id());
      assertEquals(List.of(lines.get(2).text(), lines.get(3).text()), trail.after(2, 2));
      List<String> read = new ArrayList<>();
      trail.before(1101, read::add);
      assertEquals(1100, read.size());
      assertEquals(lines.get(0).text(), read.get(1099));
      server.sql(
          "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
              + " WHERE application_name = 'tixgo-told'");
      Eventually.await("it is read again", () -> isRead(trail));
    }
  }

  /** As another node's, of which this one wasn't told. */
  @Test
  void aLineThatIsReadShouldBeKnown() throws IOException {
    try (AuditTrail trail = new PostgresLogs().trail(VERTX, DatabaseConfig.from(env), "heard")) {
      append("heard", lines(3));
      assertEquals(0, trail.last().seq());
      assertEquals(2, trail.after(1, 10).size());
      assertEquals(3, trail.last().seq());
    }
  }

  @Test
  void aTrailOfNothingShouldBeEmpty() throws IOException {
    append("silent", List.of());
    try (AuditTrail trail = new PostgresLogs().trail(VERTX, DatabaseConfig.from(env), "silent")) {
      assertEquals(AuditHead.NONE, trail.last());
      assertEquals("", trail.id());
      assertEquals(List.of(), trail.after(0, 10));
    }
  }

  private static boolean isRead(AuditTrail trail) {
    try {
      return trail.after(0, 3).size() == 3;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<AuditLine> lines(int count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(
            seq -> {
              String text = "{\"seq\":%d,\"entry\":{\"odd\":\"\\u0000 é\"},\"hash\":\"%064x\"}";
              return new AuditLine(seq, AT, text.formatted(seq, seq));
            })
        .toList();
  }

  /** As a node's store does. */
  private static void append(String store, List<AuditLine> lines) throws IOException {
    EntryTypes types = new EntryTypes(store, 1, "").with("audited", AuditLine.class, line -> {});
    try (SharedLog log = new PostgresLogs().log(VERTX, DatabaseConfig.from(env), store, 1, false)) {
      List<String> texts = new ArrayList<>();
      for (AuditLine line : lines) {
        texts.add(types.text(line));
      }
      SharedLog.Turn turn = log.take(0);
      if (texts.isEmpty()) {
        turn.leave();
      } else {
        turn.append(UUID.randomUUID(), texts);
      }
    }
  }
}
