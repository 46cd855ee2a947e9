package id.tixgo.report.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Store;
import id.tixgo.report.domain.Fact;
import id.tixgo.report.domain.ReportedTransfer;
import id.tixgo.report.domain.UserFact;
import id.tixgo.report.domain.UserReports;
import id.tixgo.report.domain.UserSummary;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of users' money, in the store. */
public final class StoredUserReports implements UserReports {
  /** Figures are of one moment: while feeds tell all the time, they wait for it then. */
  private static final int TRIES = 20;

  private final ReportState state;
  private final FeedFactTable facts;
  private final Store store;
  private final Context context;

  /**
   * @param context where answers are wanted
   */
  public StoredUserReports(ReportState state, Store store, Context context) {
    this.state = requireNonNull(state);
    this.facts = state.facts.table(UserFact.FEED);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
  }

  @Override
  public Optional<ReportedTransfer> transfer(long id) {
    return facts.get(ReportedTransfer.key(id)).map(ReportedTransfer.class::cast);
  }

  /** What a feed has told meanwhile is newer. */
  @Override
  public Future<ReportedTransfer> keep(ReportedTransfer transfer) {
    return store.commit(
        context,
        entries -> {
          Optional<Fact> known = facts.staged(transfer.key());
          if (known.isEmpty()) {
            entries.add(transfer);
          }
          return known.map(ReportedTransfer.class::cast).orElse(transfer);
        });
  }

  @Override
  public Future<List<ReportedTransfer>> transfers(long userId) {
    return context.executeBlocking(() -> ofUser(userId), false);
  }

  private List<ReportedTransfer> ofUser(long userId) {
    return facts
        .about(UserFact.subject(userId))
        .filter(ReportedTransfer.class::isInstance)
        .map(ReportedTransfer.class::cast)
        .filter(ReportedTransfer::isShown)
        .sorted(Comparator.comparingLong(ReportedTransfer::id))
        .toList();
  }

  @Override
  public Future<UserSummary> summary(long userId) {
    return context.executeBlocking(
        () -> UserSummary.of(userId, state.moment.read(TRIES, () -> about(userId))), false);
  }

  private List<UserFact> about(long userId) {
    Stream<Fact> all = facts.about(UserFact.subject(userId));
    return all.map(UserFact.class::cast).toList();
  }
}
