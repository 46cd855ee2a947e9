package id.tixgo.report.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Appender;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.report.store.FeedFactTables.FeedForgotten;

/** Keeps what a feed tells. */
final class ToldFacts implements FeedSubscriber {
  private final ReportState state;
  private final Teller teller;

  ToldFacts(ReportState state, Teller teller) {
    this.state = requireNonNull(state);
    this.teller = requireNonNull(teller);
  }

  @Override
  public void apply(FeedMessage message, Appender entries) {
    teller.tell(message, new StagedFacts(state, entries));
  }

  @Override
  public void forget(Appender entries) {
    entries.add(new FeedForgotten(teller.feed()));
  }
}
