package id.tixgo.common.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.store.MemoryLog.Loss;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class SharedStoreTest {
  private static final long LONG_MS = 60_000;
  private static final long SHORT_MS = 1;

  private final MemoryLog.Shared shared = new MemoryLog.Shared();
  private Vertx vertx;

  @BeforeAll
  static void install() {
    JsonFormat.install();
  }

  @BeforeEach
  void setUp(Vertx vertx) {
    this.vertx = vertx;
  }

  @Test
  void whatIsDecidedShouldSeeAllThatOthersHaveStored() {
    try (SharedNotes one = node(LONG_MS);
        SharedNotes other = node(LONG_MS)) {
      for (long i = 1; i < 40; i += 2) {
        assertEquals(i, one.add("n" + i).await());
        assertEquals(i + 1, other.add("m" + i).await());
      }
    }
  }

  /** Nobody rings for it here. */
  @Test
  void aTransactionThatAddsNothingShouldShowWhatOthersHaveStored() {
    try (SharedNotes one = node(LONG_MS);
        SharedNotes other = node(LONG_MS)) {
      shared.nodes.clear();
      for (int i = 0; i < 20; i++) {
        String name = "n" + i;
        one.add(name).await();
        other.store.commit(vertx.getOrCreateContext(), entries -> 1).await();
        assertTrue(other.sees(name));
      }
    }
  }

  @Test
  void oneOfManyNodesShouldWinEachTime() {
    try (SharedNotes one = node(LONG_MS);
        SharedNotes two = node(LONG_MS);
        SharedNotes three = node(LONG_MS)) {
      List<Future<Boolean>> claims =
          IntStream.range(0, 200)
              .boxed()
              .flatMap(i -> Stream.of(one, two, three).map(node -> node.claim("n" + i)))
              .toList();
      Future.join(claims).await();
      assertEquals(200, claims.stream().filter(Future::result).count());
      assertEquals(200, shared.entries.size());
    }
  }

  @Test
  void aNodeShouldStartWithASnapshotAndWhatFollowsIt() throws IOException {
    try (SharedNotes one = node(LONG_MS)) {
      IntStream.range(0, 10).forEach(i -> one.add("n" + i).await());
      one.log.writeSnapshot(10, new SnapshotParts(one.notes.types(), one.notes.snapshot()));
      one.add("later").await();
    }
    shared.entries.subList(0, 10).clear();
    try (SharedNotes again = node(LONG_MS)) {
      assertEquals(11, again.notes.nameToNote.size());
      assertEquals(12, again.add("last").await());
    }
  }

  @Test
  void aChangeWhoseAnswerWasLostShouldBeFoundAndAnsweredOnce() {
    try (SharedNotes node = node(LONG_MS)) {
      MemoryLog log = lose(node, Loss.STORED);
      Future<Long> lost = node.add("a");
      whenAway(log);
      assertFalse(node.sees("a"));
      Future<Long> next = node.add("b");
      log.away = false;
      assertEquals(1, lost.await());
      assertEquals(2, next.await());
      assertEquals(2, shared.entries.size());
    }
  }

  @Test
  void aChangeThatWasLostWithItsAnswerShouldBeRefusedAndLeaveNothing() {
    try (SharedNotes node = node(LONG_MS)) {
      MemoryLog log = lose(node, Loss.NOT_STORED);
      Future<Long> lost = node.add("a");
      whenAway(log);
      Future<Long> next = node.add("b");
      log.away = false;
      assertEquals(ProblemKind.OVERLOADED, problem(lost));
      assertEquals(1, next.await());
      assertFalse(node.sees("a"));
    }
  }

  @Test
  void afterAWhileThoseOfWhomNobodyKnowsShouldBeToldSo() {
    try (SharedNotes node = node(SHORT_MS)) {
      MemoryLog log = lose(node, Loss.STORED);
      Future<Long> lost = node.add("a");
      assertEquals(ProblemKind.UPSTREAM_TIMEOUT, problem(lost));
      assertEquals(ProblemKind.OVERLOADED, problem(node.add("b")));
      assertThrows(Problem.class, () -> node.store.check().await());
      log.away = false;
      assertEquals(2, addedOnceItIsBack(node));
      assertTrue(node.sees("a"));
      assertEquals(2, shared.entries.size());
      while (node.store.check().failed()) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void whatWaitsWhileTheLogIsAwayForAMomentShouldBeStored() {
    try (SharedNotes node = node(LONG_MS)) {
      ((MemoryLog) node.log).away = true;
      Future<Long> waiting = node.add("a");
      ((MemoryLog) node.log).away = false;
      assertEquals(1, waiting.await());
    }
  }

  @Test
  void aNodeShouldStopWhereAnEntryIsMissing() {
    shared.entries.add(new LoggedEntry(2, UUID.randomUUID(), "{\"note\":{\"name\":\"a\"}}"));
    assertEquals("DATABASE_URL: entry 1 is missing: the next one is 2", failedStart());
  }

  @Test
  void aNodeShouldStopAtWhatItCannotRead() {
    shared.entries.add(new LoggedEntry(1, UUID.randomUUID(), "{\"newer\":{}}"));
    assertTrue(failedStart().startsWith("DATABASE_URL: entry 1 can't be read: "));
  }

  @Test
  void aNodeWhoseStoreWasReplacedShouldTakeNothingMore() {
    SharedNotes node = node(LONG_MS);
    node.add("a").await();
    shared.replaced = true;
    assertEquals(ProblemKind.OVERLOADED, problem(node.add("b")));
    assertEquals(ProblemKind.OVERLOADED, problem(node.add("c")));
    assertThrows(Problem.class, () -> node.store.check().await());
    assertTrue(node.sees("a"));
    node.close();
  }

  @Test
  void aChangeThatFailsShouldLeaveNoOtherInDoubt() {
    try (SharedNotes node = node(LONG_MS)) {
      Future<Object> refused =
          node.store.commit(
              vertx.getOrCreateContext(),
              entries -> {
                throw new IllegalArgumentException("no");
              });
      assertThrows(IllegalArgumentException.class, refused::await);
      assertEquals(1, node.add("a").await());
    }
  }

  private SharedNotes node(long patienceMs) {
    return new SharedNotes(vertx, shared.node(), patienceMs).open();
  }

  private String failedStart() {
    SharedNotes node = new SharedNotes(vertx, shared.node(), LONG_MS);
    return assertThrows(ConfigException.class, node::open).getMessage();
  }

  private static MemoryLog lose(SharedNotes node, Loss loss) {
    MemoryLog log = (MemoryLog) node.log;
    log.losing = Optional.of(loss);
    return log;
  }

  private static void whenAway(MemoryLog log) {
    while (!log.away) {
      Thread.onSpinWait();
    }
  }

  private static long addedOnceItIsBack(SharedNotes node) {
    while (true) {
      Future<Long> added = node.add("c");
      try {
        return added.await();
      } catch (Problem stillAway) {
        Thread.onSpinWait();
      }
    }
  }

  private static ProblemKind problem(Future<?> failed) {
    return assertThrows(Problem.class, failed::await).kind();
  }
}
