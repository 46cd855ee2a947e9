package id.tixgo.common.store.feed;

import id.tixgo.common.store.Appender;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.feed.Telling.Counted;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Shareable;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A store for tests that writes down each number that it hears, as often as it hears it. */
final class Hearing implements Projection, FeedSubscriber {
  static final String FEED = "telling";

  private final StagedMaps maps;
  private final StagedMap<Heard> placeToHeard;
  private final StagedMap<Long> places;
  private final EntryTypes types;
  final FeedPositions positions;

  /** What was heard at a place of the list; a place is taken once. */
  record Heard(long place, long number) implements Shareable {}

  record Forgotten(String feed) {}

  Hearing(Vertx vertx) {
    String name = UUID.randomUUID().toString();
    this.maps = new StagedMaps(vertx.sharedData());
    this.placeToHeard = maps.open(name + ".heard");
    this.places = maps.open(name + ".places");
    this.positions = new FeedPositions(maps, name);
    this.types =
        positions.register(
            new EntryTypes("hearing", 1, "")
                .with("heard", Heard.class, this::put)
                .with("forgotten", Forgotten.class, this::clear));
  }

  private void put(Heard heard) {
    placeToHeard.put(String.valueOf(heard.place()), heard);
    places.put("", heard.place());
  }

  private void clear(Forgotten forgotten) {
    placeToHeard.clear();
    places.put("", 0L);
  }

  /** All that was heard, in order. */
  List<Long> heard() {
    return LongStream.rangeClosed(1, places.get("").orElse(0L))
        .mapToObj(place -> placeToHeard.get(String.valueOf(place)).orElseThrow().number())
        .toList();
  }

  @Override
  public void apply(FeedMessage message, Appender entries) {
    long number = message.data(Counted.class).number();
    entries.add(new Heard(places.staged("").orElse(0L) + 1, number));
  }

  @Override
  public void forget(Appender entries) {
    entries.add(new Forgotten(FEED));
  }

  @Override
  public StagedMaps maps() {
    return maps;
  }

  @Override
  public EntryTypes types() {
    return types;
  }

  @Override
  public Iterator<Record> snapshot() {
    Stream<Record> heard =
        LongStream.rangeClosed(1, places.get("").orElse(0L))
            .mapToObj(place -> placeToHeard.get(String.valueOf(place)).orElseThrow());
    return Stream.concat(heard, positions.snapshot()).iterator();
  }

  @Override
  public long snapshotSize() {
    return placeToHeard.size() + positions.snapshotSize();
  }
}
