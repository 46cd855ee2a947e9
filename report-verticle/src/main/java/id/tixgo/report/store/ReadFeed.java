package id.tixgo.report.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.store.feed.FeedClient;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedPage;
import id.tixgo.common.store.feed.FeedPosition;
import id.tixgo.report.domain.FactDesk;
import id.tixgo.report.domain.SyncProgress;
import io.vertx.core.Context;
import io.vertx.core.Future;

/** A feed that is read from its first message, beside the one that follows it. */
final class ReadFeed {
  private final Teller teller;
  private final FeedClient client;
  private final Context context;
  private final FactDesk desk;
  private FeedPosition position;
  private volatile long read;
  private volatile long last;

  /**
   * @param context where pages are taken
   * @param desk what becomes of messages; for one thread at a time
   */
  ReadFeed(Teller teller, FeedClient client, Context context, FactDesk desk) {
    this.teller = requireNonNull(teller);
    this.client = requireNonNull(client);
    this.context = requireNonNull(context);
    this.desk = requireNonNull(desk);
    this.position = FeedPosition.none(teller.feed());
  }

  String feed() {
    return teller.feed();
  }

  FeedPosition position() {
    return position;
  }

  /** How far it is; any thread may ask. */
  SyncProgress.Feed progress() {
    return new SyncProgress.Feed(feed(), read, Math.max(read, last));
  }

  /** Reads on to the end; fails when it can't be read, or is another one on the way. */
  Future<Void> toEnd() {
    return client
        .after(read)
        .compose(page -> context.executeBlocking(() -> take(page)))
        .compose(more -> more ? toEnd() : Future.succeededFuture());
  }

  /** Whether there is more. */
  private boolean take(FeedPage page) {
    if (read > 0 && !position.id().equals(page.id())) {
      throw Problem.of(
          ProblemKind.UPSTREAM_UNREACHABLE, "The feed of " + feed() + " began anew meanwhile.");
    }
    last = page.last();
    for (FeedMessage message : page.messages()) {
      teller.tell(message, desk);
      position = FeedPosition.after(feed(), page.id(), message);
      read = message.seq();
    }
    return !page.messages().isEmpty() && read < page.last();
  }
}
