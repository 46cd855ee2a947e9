package id.tixgo.common.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.MemoryStore;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.Replay;
import id.tixgo.common.store.StoredServiceDescriptor;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the store of every service must do. {@code entries/<store>.ndjson} in the test resources has
 * at least one line of each entry type, as it stands in the files of users, in an order in which
 * they can be applied: a renamed field breaks the test, not the data.
 */
public abstract class ProjectionContract {
  private final StoredServiceDescriptor service;
  private final List<Vertx> runtimes = new java.util.ArrayList<>();

  protected ProjectionContract(StoredServiceDescriptor service) {
    this.service = service;
  }

  @BeforeAll
  static void installFormat() {
    JsonFormat.install();
  }

  @AfterEach
  void close() {
    runtimes.forEach(vertx -> vertx.close().await());
  }

  @Test
  void everyEntryTypeShouldHaveALine() {
    Set<String> named =
        lines()
            .map(line -> new JsonObject(line).fieldNames().iterator().next())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(empty().types().names()), named);
  }

  /** A member that came later may be added. */
  @Test
  void everyLineShouldBeReadAndWrittenWithAllItsMembers() {
    EntryTypes types = empty().types();
    for (String line : lines().toList()) {
      JsonObject written = new JsonObject(text(types, parse(types, line)));
      assertEquals(written, written.copy().mergeIn(new JsonObject(line), true));
    }
  }

  @Test
  void replayShouldMakeWhatTransactionsMade() {
    assertEquals(snapshot(live()), snapshot(replayed(lines())));
  }

  @Test
  void entriesThatComeAgainShouldChangeNothing() {
    assertEquals(snapshot(replayed(lines())), snapshot(replayed(Stream.concat(lines(), lines()))));
  }

  @Test
  void aSnapshotShouldMakeTheSameStore() {
    List<String> snapshot = snapshot(replayed(lines()));
    assertEquals(snapshot, snapshot(replayed(snapshot.stream())));
  }

  private Projection empty() {
    Vertx vertx = Vertx.vertx();
    runtimes.add(vertx);
    return service.projection(vertx);
  }

  private Projection live() {
    Projection projection = empty();
    MemoryStore store = new MemoryStore(runtimes.get(0), projection);
    lines()
        .map(line -> parse(projection.types(), line))
        .forEach(
            entry ->
                store
                    .commit(
                        runtimes.get(0).getOrCreateContext(),
                        entries -> {
                          entries.add(entry);
                          return entry;
                        })
                    .await());
    return projection;
  }

  private Projection replayed(Stream<String> lines) {
    Projection projection = empty();
    Replay replay = new Replay(projection);
    lines.map(line -> parse(projection.types(), line)).forEach(replay::take);
    replay.finish();
    return projection;
  }

  /** Its lines; maps have no order of their own, but what is in one event's feed has. */
  private static List<String> snapshot(Projection projection) {
    Iterable<Record> entries = projection::snapshot;
    return StreamSupport.stream(entries.spliterator(), false)
        .map(entry -> text(projection.types(), entry))
        .toList();
  }

  private static Record parse(EntryTypes types, String line) {
    try {
      return types.parse(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  private static String text(EntryTypes types, Record entry) {
    try {
      return types.text(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<String> lines() {
    String name = "/entries/" + service.name() + ".ndjson";
    try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
