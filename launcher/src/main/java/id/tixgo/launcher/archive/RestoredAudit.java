package id.tixgo.launcher.archive;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import id.tixgo.common.scope.Origin;
import id.tixgo.common.scope.Origin.Actor;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.audit.AuditEnds;
import id.tixgo.common.store.audit.AuditEntry;
import id.tixgo.common.store.audit.AuditFiles;
import id.tixgo.common.store.audit.AuditGathering;
import id.tixgo.common.store.audit.AuditHead;
import id.tixgo.common.store.feed.FeedPosition;
import id.tixgo.common.store.wal.WriteAheadLog;
import id.tixgo.common.time.Timestamps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the audit of the stores in a draft that they take the place of others: who does that, out
 * of which file, and where each service's chain was and is. The one that gathers them goes on from
 * there.
 */
final class RestoredAudit {
  private final Stores stores;
  private final Path draft;
  private final Map<String, AuditEnds> nameToEnds = new LinkedHashMap<>();

  private RestoredAudit(Stores stores, Path draft) {
    this.stores = requireNonNull(stores);
    this.draft = requireNonNull(draft);
  }

  /**
   * Adds the entry to a draft that is checked.
   *
   * @param action {@code store.restored}
   * @param source the file's name
   */
  static void tell(Stores stores, Path draft, String action, Path source) throws IOException {
    RestoredAudit audit = new RestoredAudit(stores, draft);
    for (Projection store : stores.audited()) {
      if (Stores.holds(draft.resolve(Stores.name(store)))) {
        audit.nameToEnds.put(Stores.name(store), audit.ends(draft, store));
      }
    }
    audit.tell(origin(action, source));
  }

  private AuditEnds ends(Path directory, Projection store) throws IOException {
    return AuditEnds.read(directory.resolve(Stores.name(store)), store.types());
  }

  private void tell(Origin origin) throws IOException {
    String teller = nameToEnds.keySet().iterator().next();
    Map<String, Long> gathered =
        AuditFiles.gathered(draft.resolve(teller), nameToEnds.get(teller).unwritten());
    Map<String, AuditHead> heads = new LinkedHashMap<>();
    List<Record> entries = new ArrayList<>();
    for (Map.Entry<String, AuditEnds> other : nameToEnds.entrySet()) {
      if (!other.getKey().equals(teller)) {
        heads.put(other.getKey(), other.getValue().head());
        long taken = gathered.getOrDefault(other.getKey(), 0L);
        entries.add(position(other.getKey(), other.getValue(), taken));
      }
    }
    String all = String.join(" ", nameToEnds.keySet());
    AuditEntry entry = new AuditEntry(teller, origin, all, 1, changes(), heads);
    entries.add(0, nameToEnds.get(teller).next(entry));
    append(stores.find(teller).orElseThrow().types(), draft.resolve(teller), entries);
  }

  private static Origin origin(String action, Path source) {
    String user = System.getProperty("user.name");
    return new Origin(
        action,
        new Actor(Optional.empty(), user, "system"),
        String.valueOf(source.getFileName()),
        "",
        List.of(),
        Timestamps.now(Clock.systemUTC()));
  }

  /** Where each chain ended that is replaced, and where the one ends that takes its place. */
  private Map<String, Map<String, Object>> changes() throws IOException {
    Map<String, Map<String, Object>> changes = new LinkedHashMap<>();
    for (String name : nameToEnds.keySet()) {
      AuditHead before = ends(stores.directory(), stores.find(name).orElseThrow()).head();
      AuditHead after = nameToEnds.get(name).head();
      changes.put(name, Map.of("from", text(before), "to", text(after)));
    }
    return changes;
  }

  private static String text(AuditHead head) {
    return head.seq() + " " + head.hash();
  }

  /**
   * Up to where the chain of another service is taken over: the one that gathers may have been
   * behind, or ahead of what is put back.
   */
  private FeedPosition position(String service, AuditEnds ends, long taken) throws IOException {
    String feed = AuditGathering.feed(service);
    long seq = Math.min(taken, ends.head().seq());
    if (seq == 0) {
      return new FeedPosition(feed, "", 0, Optional.empty());
    }
    Path folder = draft.resolve(service);
    AuditHead first = AuditFiles.line(folder, ends.unwritten(), 1).head();
    AuditHead last = AuditFiles.line(folder, ends.unwritten(), seq).head();
    return new FeedPosition(feed, first.hash(), seq, Optional.of(last.at()));
  }

  private static void append(EntryTypes types, Path folder, List<Record> entries)
      throws IOException {
    try (WriteAheadLog log = WriteAheadLog.open(folder, types, entry -> {})) {
      if (log.isFull()) {
        log.startNextSegment();
      }
      byte[] text = text(types, entries);
      log.append(text, text.length, entries.size());
      log.sync();
      log.finish();
    }
  }

  private static byte[] text(EntryTypes types, List<Record> entries) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (JsonGenerator json = types.writer(text)) {
      for (Record entry : entries) {
        types.write(json, entry);
      }
    }
    return text.toByteArray();
  }
}
