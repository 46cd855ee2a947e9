package id.tixgo.common.store.audit;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.scope.Origin;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service's part of the audit: who changed what. A line of it is an entry of the transaction that
 * makes the change, so that there is never one without the other; it stays in the store until it is
 * in the chain's own file for certain ({@link AuditChain}).
 */
public final class Audit implements StorePart {
  private final String service;
  private final Map<Class<?>, AuditRule<?>> typeToRule = new LinkedHashMap<>();
  private final StagedCell<AuditHead> head;
  private final StagedCell<AuditHead> written;
  private final StagedMap<AuditLine> unwritten;
  private final AuditPen pen = new AuditPen();
  private EntryTypes types;

  /**
   * @param service whose changes these are, and whose maps are named after it
   */
  public Audit(StagedMaps maps, String service, List<AuditRule<?>> rules) {
    this.service = requireNonNull(service);
    this.head = maps.cell();
    this.written = maps.cell();
    this.unwritten = maps.open(service + ".audit");
    rules.forEach(rule -> typeToRule.put(rule.type(), rule));
  }

  @Override
  public EntryTypes register(EntryTypes known) {
    types =
        known
            .with("audited", AuditLine.class, this::apply, line -> pen.write(this::unwritten))
            .with("audit_written", AuditHead.class, this::apply);
    return types;
  }

  @Override
  public Stream<Record> snapshot() {
    return Stream.<Record>concat(written.get().stream(), unwritten().stream());
  }

  @Override
  public long snapshotSize() {
    return written.get().stream().count() + unwritten.size();
  }

  String service() {
    return service;
  }

  /** What writes the lines to where they are kept; readers find them there. */
  public AuditPen pen() {
    return pen;
  }

  /** Where the chain ends, for readers. */
  public AuditHead head() {
    return head.get().orElse(AuditHead.NONE);
  }

  /** How much of it stands in its own file for certain. */
  public AuditHead written() {
    return written.get().orElse(AuditHead.NONE);
  }

  /** What isn't known to stand there, in order. */
  List<AuditLine> unwritten() {
    return unwritten.values().stream().sorted(Comparator.comparingLong(AuditLine::seq)).toList();
  }

  /** What an entry is about to change, if the audit knows its type; for transactions. */
  Optional<AuditChange> change(Record entry) {
    return Optional.ofNullable(typeToRule.get(entry.getClass()))
        .map(rule -> rule.change(entry, types::members));
  }

  /** For transactions: adds who did that, if there is anything that he meant to do. */
  boolean tell(Appender entries, Origin origin, List<AuditChange> changes) {
    Map<String, AuditChange> idToChange = new LinkedHashMap<>();
    changes.stream()
        .filter(change -> change.isMeant(origin.kind(), origin.names()))
        .forEach(change -> idToChange.merge(change.id(), change, AuditChange::then));
    if (idToChange.isEmpty()) {
      return false;
    }
    tell(entries, AuditEntry.of(service, origin, List.copyOf(idToChange.values())));
    return true;
  }

  /** For transactions: adds an entry of this service's. */
  public void tell(Appender entries, AuditEntry entry) {
    add(entries, AuditLine.ENTRY, entry.json(), entry.at());
  }

  /** For transactions: takes over a line of another service's chain, as it is. */
  void adopt(Appender entries, String line, Instant at) {
    add(entries, AuditLine.OF, line, at);
  }

  private void add(Appender entries, String member, String json, Instant at) {
    entries.add(AuditLine.after(head.staged().orElse(AuditHead.NONE), member, json, at));
  }

  private void apply(AuditLine line) {
    if (line.seq() > head.staged().orElse(AuditHead.NONE).seq()) {
      unwritten.put(String.valueOf(line.seq()), line);
      head.set(line.head());
    }
  }

  private void apply(AuditHead end) {
    long before = written.staged().orElse(AuditHead.NONE).seq();
    for (long seq = before + 1; seq <= end.seq(); seq++) {
      unwritten.remove(String.valueOf(seq));
    }
    if (end.seq() > before) {
      written.set(end);
    }
    if (end.seq() > head.staged().orElse(AuditHead.NONE).seq()) {
      head.set(end);
    }
  }
}
