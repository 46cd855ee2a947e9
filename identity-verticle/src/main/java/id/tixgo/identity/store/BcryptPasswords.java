package id.tixgo.identity.store;

import static java.util.Objects.requireNonNull;

import at.favre.lib.crypto.bcrypt.BCrypt;
import id.tixgo.common.metrics.Meters;
import id.tixgo.common.overload.LoadClass;
import id.tixgo.common.overload.Shedding;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.identity.domain.Passwords;
import id.tixgo.identity.domain.User;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * bcrypt on a few threads of its own, one less than there are cores, of low priority and with a
 * bounded queue: a flood of log-ins waits or is turned away, while check-ins go on.
 */
public final class BcryptPasswords implements Passwords, AutoCloseable {
  private static final int LONGEST_QUEUE = 64;

  /** Nobody waits longer for an answer that he may not live to see. */
  private static final long LONGEST_WAIT_NS = TimeUnit.SECONDS.toNanos(4);

  private final Vertx vertx;
  private final int cost;
  private final ThreadPoolExecutor threads;
  private final String nobodysHash;
  private final LongAdder shed;
  private final AtomicLong usualNs = new AtomicLong();

  public BcryptPasswords(Vertx vertx, int cost, int cores) {
    this.vertx = requireNonNull(vertx);
    this.cost = cost;
    int size = Math.max(1, cores - 1);
    this.threads =
        new ThreadPoolExecutor(
            size,
            size,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(LONGEST_QUEUE),
            BcryptPasswords::thread);
    this.shed = Shedding.shed(vertx, "identity", LoadClass.LOG_INS);
    this.nobodysHash = hashNow("nobody's password");
    measure(Meters.of(vertx));
  }

  private void measure(Meters meters) {
    meters.gauge(
        "tixgo.bcrypt.waiting", "Passwords that wait to be compared", threads.getQueue()::size);
    meters.gauge(
        "tixgo.bcrypt.working", "Passwords that are being compared", threads::getActiveCount);
  }

  @Override
  public Future<String> hash(String password) {
    return run(() -> hashNow(password));
  }

  @Override
  public Future<Boolean> matches(String password, Optional<User> user) {
    String hash = user.map(User::passwordHash).orElse(nobodysHash);
    boolean possible = user.isPresent() && !Passwords.isTooLong(password);
    byte[] bytes = Passwords.isTooLong(password) ? new byte[0] : bytes(password);
    return run(() -> BCrypt.verifyer().verify(bytes, bytes(hash)).verified && possible);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private <T> Future<T> run(Supplier<T> work) {
    if (expectedWaitNs() > LONGEST_WAIT_NS) {
      return refused();
    }
    try {
      return Future.fromCompletionStage(
          CompletableFuture.supplyAsync(() -> timed(work), threads), vertx.getOrCreateContext());
    } catch (RejectedExecutionException e) {
      return refused();
    }
  }

  private long expectedWaitNs() {
    return threads.getQueue().size() * usualNs.get() / threads.getCorePoolSize();
  }

  private <T> Future<T> refused() {
    shed.increment();
    return Future.failedFuture(
        Problem.of(ProblemKind.OVERLOADED, "Too many log-ins at once; try again in a second."));
  }

  /** One that was held up counts for an eighth. */
  private <T> T timed(Supplier<T> work) {
    long begin = System.nanoTime();
    T done = work.get();
    long took = System.nanoTime() - begin;
    usualNs.updateAndGet(usual -> usual == 0 ? took : usual + (took - usual) / 8);
    return done;
  }

  private String hashNow(String password) {
    return new String(BCrypt.withDefaults().hash(cost, bytes(password)), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The low priority keeps check-ins quick; nothing that must be right depends on it. */
  @SuppressWarnings("ThreadPriorityCheck")
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "bcrypt");
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.setDaemon(true);
    return thread;
  }
}
