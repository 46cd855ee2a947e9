package id.tixgo.common.journal.feed;

import id.tixgo.common.journal.Entries;
import id.tixgo.common.journal.EntryTypes;
import id.tixgo.common.journal.Fold;
import id.tixgo.common.journal.Table;
import id.tixgo.common.journal.Tables;
import id.tixgo.common.journal.feed.Telling.Counted;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Shareable;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A store for tests that writes down each number that it hears, as often as it hears it. */
final class Hearing implements Fold, FeedSubscriber {
  static final String FEED = "telling";

  private final Tables tables;
  private final Table<Heard> placeToHeard;
  private final Table<Long> places;
  private final EntryTypes types;
  final FeedPositions positions;

  /** What was heard at a place of the list; a place is taken once. */
  record Heard(long place, long number) implements Shareable {}

  record Forgotten(String feed) {}

  Hearing(Vertx vertx) {
    String name = UUID.randomUUID().toString();
    this.tables = new Tables(vertx.sharedData());
    this.placeToHeard = tables.open(name + ".heard");
    this.places = tables.open(name + ".places");
    this.positions = new FeedPositions(tables, name);
    this.types =
        positions.register(
            new EntryTypes("hearing", 1)
                .with("heard", Heard.class)
                .with("forgotten", Forgotten.class));
  }

  /** All that was heard, in order. */
  List<Long> heard() {
    return LongStream.rangeClosed(1, places.get("").orElse(0L))
        .mapToObj(place -> placeToHeard.get(String.valueOf(place)).orElseThrow().number())
        .toList();
  }

  @Override
  public void apply(FeedMessage message, Entries entries) {
    long number = message.data(Counted.class).number();
    entries.add(new Heard(places.draft("").orElse(0L) + 1, number));
  }

  @Override
  public void forget(Entries entries) {
    entries.add(new Forgotten(FEED));
  }

  @Override
  public Tables tables() {
    return tables;
  }

  @Override
  public EntryTypes types() {
    return types;
  }

  @Override
  public void fold(Record entry) {
    if (entry instanceof Heard heard) {
      placeToHeard.put(String.valueOf(heard.place()), heard);
      places.put("", heard.place());
    } else if (entry instanceof Forgotten) {
      placeToHeard.clear();
      places.put("", 0L);
    } else {
      positions.fold(entry);
    }
  }

  @Override
  public Iterator<Record> live() {
    Stream<Record> heard =
        LongStream.rangeClosed(1, places.get("").orElse(0L))
            .mapToObj(place -> placeToHeard.get(String.valueOf(place)).orElseThrow());
    return Stream.concat(heard, positions.live()).iterator();
  }

  @Override
  public long liveCount() {
    return placeToHeard.size() + positions.liveCount();
  }
}
