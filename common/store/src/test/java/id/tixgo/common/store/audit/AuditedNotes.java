package id.tixgo.common.store.audit;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.scope.Origin;
import id.tixgo.common.scope.Origin.Actor;
import id.tixgo.common.scope.Origins;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.FileStore;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.feed.FeedMessage;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.core.shareddata.Shareable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A small audited service for tests: texts by name, of which one member is nobody's business. */
final class AuditedNotes implements Projection, AutoCloseable {
  private final Vertx vertx;
  private final StagedMaps maps;
  private final StagedMap<Page> nameToPage;
  private final EntryTypes types;
  private final Context context;
  private final Store store;
  private final AuditChain chain;
  final Audit audit;

  record Page(String name, String text, String secret) implements Shareable {}

  /** Opened, with its files below the directory. */
  static AuditedNotes open(Path directory, String service) {
    Vertx vertx = Vertx.vertx();
    Bus.registerCodecs(vertx, List.of());
    AuditedNotes notes = new AuditedNotes(vertx, directory, service);
    notes.store.open().compose(open -> notes.chain.open()).await();
    return notes;
  }

  /** For files alone. */
  static Projection closed(Vertx vertx, Path directory, String service) {
    return new AuditedNotes(vertx, directory, service);
  }

  private AuditedNotes(Vertx vertx, Path directory, String service) {
    this.vertx = vertx;
    this.maps = new StagedMaps(vertx.sharedData());
    this.nameToPage = maps.open("pages");
    this.audit =
        new Audit(
            maps,
            service,
            List.of(
                AuditRule.of(Page.class, "page", page -> Stream.of(page.name()))
                    .from(page -> nameToPage.staged(page.name()))
                    .showing("text")));
    this.types =
        audit.register(
            new EntryTypes(service, 1, "{\"page\":{}}\n")
                .with("page", Page.class, page -> nameToPage.put(page.name(), page)));
    this.context = vertx.getOrCreateContext();
    FileStore files = new FileStore(vertx, directory, true, this);
    this.store = new AuditedStore(files, audit);
    this.chain =
        new AuditChain(
            vertx, context, audit, files, AuditTrails.in(Optional.of(directory.resolve(service))));
  }

  Page write(String name, String text) {
    return write(name, new Page(name, text, "s" + text));
  }

  /** As a request does that calls the page by a name. */
  Page write(String called, Page page) {
    Origin origin =
        new Origin(
            "page.written",
            new Actor(Optional.of(1L), "admin", "admin"),
            "192.0.2.7",
            "r1",
            List.of(called),
            Instant.parse("2026-01-03T13:25:53.415880Z"));
    return Origins.during(context, origin, () -> commit(page)).await();
  }

  /** As no request does. */
  Future<Page> commit(Page page) {
    return store.commit(
        context,
        entries -> {
          entries.add(page);
          return page;
        });
  }

  /** Takes over what another service's audit has more. */
  void gather(String service, AuditedNotes other, long after) throws IOException {
    AuditGathering gathering = new AuditGathering(audit, service, Clock.systemUTC());
    for (String line : other.lines(after)) {
      String data = new JsonObject().put("line", line).encode();
      long seq = AuditLine.seq(line).orElseThrow();
      FeedMessage message = new FeedMessage(seq, "audited", FileTrail.at(line), data);
      store
          .commit(
              context,
              entries -> {
                gathering.apply(message, entries);
                return null;
              })
          .await();
    }
  }

  List<String> lines(long after) throws IOException {
    return audit.pen().trail().after(after, 1000);
  }

  @Override
  public void close() {
    chain.close().eventually(store::close).await();
    vertx.close().await();
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
  public Optional<Audit> audit() {
    return Optional.of(audit);
  }

  @Override
  public Iterator<Record> snapshot() {
    return Stream.<Record>concat(nameToPage.values().stream(), audit.snapshot()).iterator();
  }

  @Override
  public long snapshotSize() {
    return nameToPage.size() + audit.snapshotSize();
  }
}
