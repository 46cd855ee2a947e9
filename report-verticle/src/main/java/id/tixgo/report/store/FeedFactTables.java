package id.tixgo.report.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.report.domain.Fact;
import id.tixgo.report.domain.OnlineMoney;
import id.tixgo.report.domain.ReportedEvent;
import id.tixgo.report.domain.ReportedTransfer;
import id.tixgo.report.domain.SoldBooking;
import id.tixgo.report.domain.UserMovement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What all feeds have told, a table a feed. */
final class FeedFactTables implements StorePart {
  private final Map<String, FeedFactTable> feedToTable = new TreeMap<>();

  /** A fact that isn't one: its feed, read anew, doesn't tell it. */
  record FactGone(String feed, String key) {}

  /** All that a feed has told is taken back; it is read anew. */
  record FeedForgotten(String feed) {}

  FeedFactTables(StagedMaps maps, MapGroup moment, List<Teller> tellers) {
    tellers.forEach(
        teller -> feedToTable.put(teller.feed(), new FeedFactTable(maps, moment, teller.feed())));
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return facts(types)
        .with("fact_gone", FactGone.class, gone -> table(gone.feed()).remove(gone.key()))
        .with("feed_forgotten", FeedForgotten.class, feed -> table(feed.feed()).clear());
  }

  private EntryTypes facts(EntryTypes types) {
    return types
        .with("transfer", ReportedTransfer.class, this::put, this::index)
        .with("movement", UserMovement.class, this::put, this::index)
        .with("event", ReportedEvent.class, this::put, this::index)
        .with("booking", SoldBooking.class, this::put, this::index)
        .with("online_money", OnlineMoney.class, this::put, this::index);
  }

  private void put(Fact fact) {
    table(fact.feed()).put(fact);
  }

  private void index(Fact fact) {
    table(fact.feed()).index(fact);
  }

  FeedFactTable table(String feed) {
    return requireNonNull(feedToTable.get(feed), feed);
  }

  @Override
  public Stream<Record> snapshot() {
    return feedToTable.values().stream().flatMap(FeedFactTable::all).map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return feedToTable.values().stream().mapToLong(FeedFactTable::size).sum();
  }
}
