package id.tixgo.notification.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.scope.Origin;
import id.tixgo.common.scope.Origins;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mails to the server, each at its time, some side by side: a slow one holds up few others.
 * That an attempt begins is stored before it is made, and its end after it: a crash between them
 * may mail twice, and loses nothing. One for all instances of the service, on one context.
 */
public final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final NotificationStore store;
  private final MailServer server;
  private final HandOver handOver;
  private final RetryPlan retries;
  private final MailPace pace;
  private final Consumer<MailOutcome> counts;
  private final Context context;
  private final Clock clock;
  private final MailsOnTheirWay onTheirWay = new MailsOnTheirWay();
  private boolean stopping;

  /**
   * @param counts hears what came of each attempt
   */
  public Outbox(
      NotificationStore store,
      MailWriter writer,
      MailServer server,
      RetryPlan retries,
      MailPace pace,
      Consumer<MailOutcome> counts,
      Context context,
      Clock clock) {
    this.store = requireNonNull(store);
    this.server = requireNonNull(server);
    this.handOver = new HandOver(store, writer, server, clock);
    this.retries = requireNonNull(retries);
    this.pace = requireNonNull(pace);
    this.counts = requireNonNull(counts);
    this.context = requireNonNull(context);
    this.clock = requireNonNull(clock);
  }

  public boolean hasServer() {
    return server.isThere();
  }

  /** Sends what is due, as much as may leave; on its context. */
  public void look() {
    if (hasServer() && !stopping) {
      Instant now = Timestamps.now(clock);
      store.due(now).stream()
          .filter(id -> onTheirWay.of(id).isEmpty())
          .limit(Math.min(pace.left(), onTheirWay.left(now)))
          .forEach(this::attemptAlone);
    }
  }

  /**
   * Begins no more; completes when what came of those that are on their way is stored. On its
   * context.
   */
  public Future<Void> stop() {
    stopping = true;
    return onTheirWay.all();
  }

  private void attemptAlone(long id) {
    attempt(id)
        .onSuccess(tried -> look())
        .onFailure(failure -> LOG.debug("notification {} isn't there any more", id, failure));
  }

  /**
   * Sends one now, unless it is sent already; completes when the server has answered. Without a
   * server it waits for one. Fails with {@code FAILED_BEFORE} for one that failed.
   */
  public Future<Notification> send(long id) {
    return onContext(() -> sendNow(id, this::asked));
  }

  /** Sends one that failed; fails with {@code NOT_FAILED} for any other. */
  public Future<Notification> resend(long id) {
    return onContext(() -> sendNow(id, known -> known.again(Timestamps.now(clock))));
  }

  /** Where attempts are made; who asks for it is told in the audit. */
  private Future<Notification> onContext(Supplier<Future<Notification>> work) {
    Optional<Origin> asking = Origins.current();
    if (asking.isPresent()) {
      return Origins.during(context, asking.get(), work);
    }
    Promise<Notification> done = Promise.promise();
    context.runOnContext(now -> work.get().onComplete(done));
    return done.future();
  }

  private Future<Notification> sendNow(long id, UnaryOperator<Notification> ask) {
    return onTheirWay
        .of(id)
        .orElseGet(
            () ->
                store
                    .change(id, ask)
                    .compose(
                        known -> mayLeave(known) ? attempt(id) : Future.succeededFuture(known)));
  }

  private boolean mayLeave(Notification known) {
    return known.isPending() && hasServer() && !stopping;
  }

  private Notification asked(Notification known) {
    return switch (known.status()) {
      case SENT -> known;
      case FAILED -> throw NotificationRefusals.failed();
      case PENDING -> known.queued(Timestamps.now(clock));
    };
  }

  /** One at a time of each: whoever asks meanwhile hears of the same. */
  private Future<Notification> attempt(long id) {
    return onTheirWay.of(id).orElseGet(() -> begin(id));
  }

  private Future<Notification> begin(long id) {
    pace.take();
    Promise<Notification> done = Promise.promise();
    onTheirWay.begin(id, done.future(), Timestamps.now(clock));
    store
        .change(id, this::begun)
        .compose(this::post)
        .onComplete(tried -> onTheirWay.end(id))
        .onComplete(done);
    return done.future();
  }

  private Notification begun(Notification known) {
    return known.isPending() ? known.begun(Timestamps.now(clock)) : known;
  }

  private Future<Notification> post(Notification known) {
    return known.isPending()
        ? handOver.of(known).compose(posted -> keep(known.id(), posted))
        : Future.succeededFuture(known);
  }

  private Future<Notification> keep(long id, Posted posted) {
    return store
        .change(id, known -> known.after(posted, retries, Timestamps.now(clock)))
        .onSuccess(known -> counts.accept(MailOutcome.of(known, posted)));
  }
}
