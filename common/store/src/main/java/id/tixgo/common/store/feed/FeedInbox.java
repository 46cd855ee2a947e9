package id.tixgo.common.store.feed;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.scope.ScopeLocal;
import id.tixgo.common.scope.Trace;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.Store;
import id.tixgo.common.trace.Span;
import id.tixgo.common.trace.Spans;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Applies a feed to a store. Each message and the position after it are one transaction, and a
 * transaction takes the next message alone: so each counts once, in order, whatever crashes and
 * however often a page comes.
 */
public final class FeedInbox {
  private final String feed;
  private final FeedPositions positions;
  private final FeedSubscriber subscriber;
  private final Store store;
  private final Context context;

  /**
   * @param feed the service that tells
   * @param context where answers are wanted
   */
  public FeedInbox(
      String feed,
      FeedPositions positions,
      FeedSubscriber subscriber,
      Store store,
      Context context) {
    this.feed = requireNonNull(feed);
    this.positions = requireNonNull(positions);
    this.subscriber = requireNonNull(subscriber);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
  }

  public String feed() {
    return feed;
  }

  /** The service that follows it. */
  String follower() {
    return positions.service();
  }

  /** The last message that was applied and is stored; 0 before the first. */
  public long seq() {
    return positions.get(feed).seq();
  }

  /** Why nothing of the page may be applied; empty when it continues what was read so far. */
  public Optional<String> contradiction(FeedPage page) {
    return positions.get(feed).contradiction(page);
  }

  /** Applies what is new of a page; all is asked for at once, so that the store syncs once. */
  public Future<Void> take(FeedPage page) {
    List<Future<Void>> applied =
        page.messages().stream()
            .map(message -> store.commit(context, entries -> apply(message, page, entries)))
            .toList();
    return Future.join(applied).onSuccess(all -> tellStored(page)).mapEmpty();
  }

  private void tellStored(FeedPage page) {
    if (!page.messages().isEmpty()) {
      subscriber.stored();
    }
  }

  /**
   * Forgets what the feed has brought, so that it is read from its first message again.
   *
   * @param asker where the answer is wanted
   */
  public Future<Void> begin(Context asker) {
    return store.commit(
        asker,
        entries -> {
          subscriber.forget(entries);
          entries.add(FeedPosition.none(feed));
          return null;
        });
  }

  private Void apply(FeedMessage message, FeedPage page, Appender entries) {
    FeedPosition position = positions.staged(feed);
    if (message.seq() > position.seq() + 1) {
      throw new IllegalStateException("message " + (position.seq() + 1) + " is missing");
    }
    if (message.seq() > position.seq() && position.isOf(page)) {
      applied(message, entries);
      entries.add(position.after(message, page.id()));
    }
    return null;
  }

  /** As the next step of the trace that told it, where there is one. */
  private void applied(FeedMessage message, Appender entries) {
    Optional<Trace> told = message.traceparent().flatMap(header -> Trace.of(header, ""));
    if (told.isEmpty()) {
      subscriber.apply(message, entries);
      return;
    }
    Trace step = told.get().next();
    long begun = System.nanoTime();
    ScopeLocal.during(
        new RequestScope("feed", Deadline.in(0), step),
        () -> {
          subscriber.apply(message, entries);
          return null;
        });
    Spans.of(context.owner()).record(step, () -> span(step, message, System.nanoTime() - begun));
  }

  private Span span(Trace step, FeedMessage message, long nanos) {
    return new Span(
        step,
        Span.Kind.CONSUMER,
        follower(),
        "apply " + message.type(),
        nanos,
        false,
        Map.of("messaging.system", "tixgo", "messaging.destination.name", feed + ".feed"));
  }
}
