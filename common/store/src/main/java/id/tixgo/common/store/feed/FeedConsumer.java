package id.tixgo.common.store.feed;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.bus.FeedBell;
import id.tixgo.common.http.FeedReport;
import id.tixgo.common.http.FeedReport.State;
import id.tixgo.common.metrics.Meters;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows another service's feed: pulls what is new whenever the bus rings, and every so often
 * besides, and hands it to the inbox page by page. One for each store.
 *
 * <p>A feed that isn't the one that was read so far, because its store was put back to an earlier
 * state or begun anew, is left alone: what the two services know has come apart, and only an
 * operator can say which of them is right.
 */
public final class FeedConsumer {
  private static final Logger LOG = LoggerFactory.getLogger(FeedConsumer.class);

  /** What passes by itself. */
  private static final Set<ProblemKind> PASSING =
      Set.of(
          ProblemKind.UPSTREAM_UNREACHABLE,
          ProblemKind.UPSTREAM_TIMEOUT,
          ProblemKind.OVERLOADED,
          ProblemKind.INTERNAL_ERROR);

  private final Vertx vertx;
  private final Context context;
  private final FeedClient client;
  private final FeedInbox inbox;
  private final long everyMs;
  private boolean looking;
  private boolean again;
  private volatile long timer = -1;
  private volatile boolean stopped;
  private volatile FeedReport report;
  private volatile long lag;

  /**
   * @param context that of the inbox
   * @param everyMs how often it looks when nobody rings
   */
  public FeedConsumer(
      Vertx vertx, Context context, FeedClient client, FeedInbox inbox, long everyMs) {
    this.vertx = requireNonNull(vertx);
    this.context = requireNonNull(context);
    this.client = requireNonNull(client);
    this.inbox = requireNonNull(inbox);
    this.everyMs = everyMs;
    this.report = new FeedReport(inbox.feed(), State.WAITING, 0, "");
  }

  /** Call once the store is filled. */
  public void start() {
    measure();
    context.runOnContext(now -> listen());
  }

  public void stop() {
    stopped = true;
    vertx.cancelTimer(timer);
  }

  /** How it is doing; any thread may ask. */
  public FeedReport report() {
    return report;
  }

  /**
   * The operator's word: what the feed says now is right, from its first message on.
   *
   * @param asker where the answer is wanted
   */
  public Future<FeedReport> beginAnew(Context asker) {
    return inbox
        .begin(asker)
        .onSuccess(begun -> LOG.info("the feed of {} is read anew", inbox.feed()))
        .map(begun -> new FeedReport(inbox.feed(), State.WAITING, 0, ""))
        .onSuccess(begun -> context.runOnContext(now -> look()));
  }

  private void measure() {
    Meters meters = Meters.of(vertx);
    String[] labels = {"service", inbox.follower(), "feed", inbox.feed()};
    meters.gauge("tixgo.feed.lag", "Messages of a feed that aren't applied yet", () -> lag, labels);
    meters.gauge(
        "tixgo.feed.stuck",
        "Whether somebody must look why a feed isn't applied: 1, or 0",
        () -> isStuck() ? 1 : 0,
        labels);
  }

  /** A service that can't be reached is waited for, and may not even run. */
  private boolean isStuck() {
    return report.is(State.FAILING) || report.is(State.STOPPED);
  }

  private void listen() {
    new Bus(vertx).listen(FeedBell.address(inbox.feed()), FeedBell.class, bell -> look());
    timer = vertx.setPeriodic(everyMs, tick -> look());
    look();
  }

  /** One look at a time: a bell that rings meanwhile is answered after it. */
  private void look() {
    again = looking;
    if (looking || stopped) {
      return;
    }
    looking = true;
    pull()
        .onComplete(
            pulled -> {
              looking = false;
              if (again || (pulled.succeeded() && pulled.result())) {
                look();
              }
            });
  }

  /** Completes with whether there is more. */
  private Future<Boolean> pull() {
    long after = inbox.seq();
    return client
        .after(after)
        .compose(page -> inbox.seq() == after ? take(page) : Future.succeededFuture(true))
        .onFailure(failure -> say(stateOf(failure), failure.getMessage()));
  }

  private Future<Boolean> take(FeedPage page) {
    lag = Math.max(0, page.last() - inbox.seq());
    Optional<String> contradiction = inbox.contradiction(page);
    if (contradiction.isPresent()) {
      say(State.STOPPED, contradiction.get());
      return Future.succeededFuture(false);
    }
    return inbox
        .take(page)
        .onSuccess(taken -> lag = Math.max(0, page.last() - inbox.seq()))
        .map(taken -> !page.messages().isEmpty() && lag > 0)
        .onSuccess(more -> say(State.FOLLOWING, ""));
  }

  /** A service that can't be reached is waited for; what it refuses or says wrongly isn't. */
  private static State stateOf(Throwable failure) {
    return failure instanceof Problem problem && PASSING.contains(problem.kind())
        ? State.WAITING
        : State.FAILING;
  }

  /** The log has a line whenever the state is another, not whenever it is looked at. */
  private void say(State state, String detail) {
    FeedReport before = report;
    report = new FeedReport(inbox.feed(), state, inbox.seq(), detail);
    if (report.state().equals(before.state())) {
      return;
    }
    switch (state) {
      case STOPPED -> LOG.warn("the feed of {} isn't followed any more: {}", inbox.feed(), detail);
      case FAILING -> LOG.warn("the feed of {} can't be applied: {}", inbox.feed(), detail);
      case WAITING -> LOG.debug("the feed of {} is waited for: {}", inbox.feed(), detail);
      case FOLLOWING -> LOG.debug("the feed of {} is followed", inbox.feed());
    }
  }
}
