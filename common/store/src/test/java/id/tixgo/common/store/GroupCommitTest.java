package id.tixgo.common.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.metrics.Meters;
import id.tixgo.common.store.GroupCommit.Syncing;
import id.tixgo.common.store.Notes.Note;
import id.tixgo.common.store.wal.LogScan;
import id.tixgo.common.store.wal.WriteAheadLog;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is slow: syncs end, or fail, when the test says so. */
@ExtendWith(VertxExtension.class)
class GroupCommitTest {
  @TempDir private Path directory;
  private final CommitQueue<PendingCommit<?>> waiting = new CommitQueue<>(100);
  private final BlockingQueue<CompletableFuture<Void>> syncs = new LinkedBlockingQueue<>();
  private volatile boolean stuck;
  private Vertx vertx;
  private Notes notes;
  private WriteAheadLog log;
  private GroupCommit storing;

  @BeforeAll
  static void install() {
    JsonFormat.install();
  }

  /** After one sync, which takes longer than no time at all, it knows that the disk is slow. */
  @BeforeEach
  void setUp(Vertx vertx) throws IOException {
    this.vertx = vertx;
    this.notes = new Notes(vertx, UUID.randomUUID().toString());
    this.log = WriteAheadLog.open(directory.resolve("notes"), notes.types(), none -> {});
    StoreMeters unread = StoreMeters.of(Meters.of(vertx), "notes");
    this.storing = new GroupCommit(notes, log, new Syncing(true, 0, this::sync), waiting, unread);
    Future<Long> stored = add("first");
    storing.step(0);
    assertEquals(1, stored.await());
    stuck = true;
  }

  @AfterEach
  void tearDown() throws IOException {
    log.close();
  }

  @Test
  void theNextBatchShouldNotWaitForTheSyncAndBeAnsweredAfterIt() throws Exception {
    Future<Long> a = add("a");
    CompletableFuture<Void> syncOfA = begin();
    Future<Long> b = add("b");
    CompletableFuture<Void> syncOfB = begin();
    syncOfB.complete(null);
    assertEquals(1, notes.count());
    assertFalse(a.isComplete() || b.isComplete());
    syncOfA.complete(null);
    storing.settleAll();
    assertEquals(List.of(2L, 3L), List.of(a.await(), b.await()));
    assertEquals(3, notes.count());
  }

  @Test
  void fourShouldBeUnderwayAtOnceEachSeeingThoseBeforeIt() throws Exception {
    List<Future<Long>> answers = new ArrayList<>();
    List<CompletableFuture<Void>> begun = beginFour(answers);
    begun.subList(1, 4).forEach(sync -> sync.complete(null));
    assertEquals(1, notes.count());
    assertTrue(answers.stream().noneMatch(Future::isComplete));
    begun.get(0).complete(null);
    storing.settleAll();
    assertEquals(List.of(2L, 3L, 4L, 5L), answers.stream().map(answer -> answer.await()).toList());
    assertEquals(5, notes.count());
  }

  /** The third of four that are inFlight can't be brought to the disk. */
  @Test
  void aFailureShouldLeaveTheBatchesBeforeIt() throws Exception {
    List<Future<Long>> answers = new ArrayList<>();
    List<CompletableFuture<Void>> begun = beginFour(answers);
    begun.remove(2).completeExceptionally(new IOException("no"));
    begun.forEach(sync -> sync.complete(null));
    assertThrows(IOException.class, storing::settleAll);
    assertEquals(
        List.of(2L, 3L), answers.subList(0, 2).stream().map(answer -> answer.await()).toList());
    answers.subList(2, 4).forEach(later -> assertThrows(RuntimeException.class, later::await));
    assertEquals(3, notes.count());
    Future<Long> next = add("e");
    storing.step(0);
    begin().complete(null);
    storing.settleAll();
    assertEquals(4, next.await());
    assertEquals(List.of("first", "a", "b", "e"), stored());
  }

  @Test
  void whatCameAfterABatchThatFailsShouldFailToo() throws Exception {
    Future<Long> a = add("a");
    CompletableFuture<Void> syncOfA = begin();
    Future<Long> b = add("b");
    begin().complete(null);
    syncOfA.completeExceptionally(new IOException("no"));
    assertThrows(IOException.class, storing::settleAll);
    assertThrows(RuntimeException.class, a::await);
    assertThrows(RuntimeException.class, b::await);
    assertEquals(1, notes.count());
    assertFalse(storing.step(0), "the syncs that ended have woken it");
    assertEquals(List.of("first"), onDisk(), "what a stop at once leaves");
    Future<Long> c = add("c");
    begin().complete(null);
    storing.settleAll();
    assertEquals(2, c.await());
    assertEquals(List.of("first", "c"), stored());
  }

  /** A question that is answered without a change may have seen what isn't stored yet. */
  @Test
  void anAnswerShouldNotComeBeforeWhatItSaw() throws Exception {
    Future<Long> a = add("a");
    CompletableFuture<Void> syncOfA = begin();
    Future<Long> count = commit(entries -> notes.counts.staged("all").orElseThrow());
    storing.step(0);
    assertFalse(count.isComplete());
    syncOfA.complete(null);
    storing.settleAll();
    assertEquals(List.of(2L, 2L), List.of(a.await(), count.await()));
  }

  @Test
  void aBatchThatCannotBeDecidedShouldFailAlone() throws Exception {
    Future<Long> a = add("a");
    CompletableFuture<Void> syncOfA = begin();
    Future<Long> b = add("b");
    CompletableFuture<Void> syncOfB = begin();
    Future<Object> broken =
        commit(
            entries -> {
              entries.add(new Note("broken", ""));
              throw new IllegalStateException("broken");
            });
    assertThrows(IllegalStateException.class, () -> storing.step(0));
    assertThrows(IllegalStateException.class, broken::await);
    Future<Long> c = add("c");
    begin().complete(null);
    syncOfA.complete(null);
    syncOfB.complete(null);
    storing.settleAll();
    assertEquals(List.of(2L, 3L, 4L), List.of(a.await(), b.await(), c.await()));
    assertEquals(List.of("first", "a", "b", "c"), stored());
  }

  @Test
  void finishShouldStoreAllThatWaits() throws Exception {
    List<Future<Long>> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(add("n" + i));
    }
    stuck = false;
    storing.finish();
    assertEquals(11, all.get(9).await());
    assertTrue(log.isSynced());
  }

  private void sync() throws IOException {
    if (stuck) {
      CompletableFuture<Void> told = new CompletableFuture<>();
      syncs.add(told);
      try {
        told.join();
      } catch (CompletionException e) {
        throw new IOException(e);
      }
    }
  }

  /** Stores what waits, as far as its sync. */
  private CompletableFuture<Void> begin() throws Exception {
    storing.step(0);
    CompletableFuture<Void> sync = syncs.poll(10, TimeUnit.SECONDS);
    assertNotNull(sync, "nothing is being synced");
    return sync;
  }

  private List<CompletableFuture<Void>> beginFour(List<Future<Long>> answers) throws Exception {
    List<CompletableFuture<Void>> begun = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d")) {
      answers.add(add(name));
      begun.add(begin());
    }
    return begun;
  }

  private Future<Long> add(String name) {
    return commit(
        entries -> {
          entries.add(new Note(name, ""));
          return notes.counts.staged("all").orElseThrow();
        });
  }

  private <R> Future<R> commit(Transaction<R> transaction) {
    PendingCommit<R> commit = new PendingCommit<>(vertx.getOrCreateContext(), transaction);
    assertTrue(waiting.offer(commit));
    return commit.future();
  }

  /** What the next start reads. */
  private List<String> stored() throws IOException {
    log.close();
    return onDisk();
  }

  private List<String> onDisk() throws IOException {
    List<String> names = new ArrayList<>();
    LogScan.read(
        directory.resolve("notes"), notes.types(), note -> names.add(((Note) note).name()));
    return names;
  }
}
