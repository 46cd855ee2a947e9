package id.tixgo.common.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores batches of commits in a shared log, one in each turn: applies what others appended, makes
 * the transactions, appends, shows and answers. A batch that was appended without an answer is
 * settled by the next turn, before anything else is decided. For one thread.
 */
final class SharedCommit {
  private static final Logger LOG = LoggerFactory.getLogger(SharedCommit.class);
  private static final int LARGEST_BATCH = 4096;

  private final Projection projection;
  private final LogFollower follower;
  private final CommitQueue<PendingCommit<?>> waiting;
  private final StoreMeters meters;
  private CommitBatch next;

  /** One of which nobody knows whether it is stored. */
  private Optional<CommitBatch> doubtful = Optional.empty();

  SharedCommit(
      Projection projection,
      LogFollower follower,
      CommitQueue<PendingCommit<?>> waiting,
      StoreMeters meters) {
    this.projection = requireNonNull(projection);
    this.follower = requireNonNull(follower);
    this.waiting = requireNonNull(waiting);
    this.meters = requireNonNull(meters);
    this.next = new CommitBatch(projection);
  }

  /**
   * Stores what waits, or follows the others when nothing did for so long; false when nothing did.
   * A bell that rings while it gathers keeps nobody waiting.
   *
   * @throws IOException when the log can't be reached; what wasn't decided waits on
   */
  boolean step(long pauseMs) throws IOException {
    gather(isIdle() ? pauseMs : 0);
    if (next.commits().isEmpty()) {
      waiting.takeNow(next.commits(), LARGEST_BATCH);
    }
    if (isIdle()) {
      follower.follow();
      return false;
    }
    store();
    return true;
  }

  /** Stores all that waits. */
  void finish() throws IOException {
    while (!waiting.isEmpty() || !isIdle()) {
      step(0);
    }
  }

  /** Tells all who wait that nothing has changed, or that nobody knows whether it has. */
  void giveUp() {
    doubtful.ifPresent(batch -> batch.failed(unknown()));
    doubtful = Optional.empty();
    do {
      gather(0);
      next.failed(Problem.storeUnavailable());
    } while (!waiting.isEmpty());
  }

  private static Problem unknown() {
    return Problem.of(
        ProblemKind.UPSTREAM_TIMEOUT,
        "The database did not answer in time: whether this was done is not known. Look, or try again"
            + " with the same Idempotency-Key.");
  }

  private boolean isIdle() {
    return next.commits().isEmpty() && doubtful.isEmpty();
  }

  private void gather(long pauseMs) {
    waiting.takeInto(next.commits(), LARGEST_BATCH, pauseMs, 1, 0);
  }

  private void store() throws IOException {
    long start = System.nanoTime();
    SharedLog.Turn turn = follower.turn();
    doubtful.ifPresent(this::settle);
    if (!decide() || next.entries() == 0) {
      answer(next, start);
      turn.leave();
    } else {
      append(turn, start);
    }
  }

  /** What was appended has been applied by the turn, like everything that is in the log. */
  private void settle(CommitBatch batch) {
    doubtful = Optional.empty();
    if (follower.found()) {
      batch.found();
    } else {
      batch.failed(Problem.storeUnavailable());
    }
  }

  /** False when that failed, and whoever waited has the answer. */
  private boolean decide() {
    try {
      next.decide();
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.error("{}: a change failed", projection.types().store(), e);
      projection.maps().discard();
      next.failed(e instanceof RuntimeException own ? own : Problem.storeUnavailable());
      return false;
    }
  }

  private void append(SharedLog.Turn turn, long start) throws IOException {
    UUID id = UUID.randomUUID();
    CommitBatch batch = next;
    try {
      turn.append(id, lines(batch));
    } catch (IOException e) {
      projection.maps().discard();
      doubtful = Optional.of(batch);
      follower.seek(id);
      next = new CommitBatch(projection);
      throw e;
    }
    meters.syncs().accept(System.nanoTime() - start);
    follower.appended(batch.entries());
    answer(batch, start);
  }

  private void answer(CommitBatch batch, long start) {
    waiting.stored(batch.commits().size(), System.nanoTime() - start);
    meters.commits().add(batch.commits().size());
    meters.entries().add(batch.entries());
    meters.bytes().add(batch.length());
    batch.stored();
  }

  /** The writer puts a space between entries. */
  private static List<String> lines(CommitBatch batch) {
    List<String> lines =
        new String(batch.text(), 0, batch.length(), UTF_8).lines().map(String::strip).toList();
    if (lines.size() != batch.entries()) {
      throw new IllegalStateException(batch.entries() + " entries took " + lines.size() + " lines");
    }
    return lines;
  }
}
