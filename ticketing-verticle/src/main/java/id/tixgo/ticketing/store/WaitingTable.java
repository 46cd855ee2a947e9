package id.tixgo.ticketing.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.ticketing.domain.WaitingEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Entries of the waiting list, and the line at each ticket type. */
final class WaitingTable implements StorePart {
  private final StagedMap<WaitingEntry> idToEntry;
  private final StagedMap<Ids> typeToLine;
  private final StagedCell<Ids> waitedFor;
  private final StagedCell<Long> lastNumber;

  record WaitingEntryRemoved(String id) {}

  WaitingTable(StagedMaps maps) {
    this.idToEntry = maps.open("ticketing.waiting");
    this.typeToLine = maps.open("ticketing.lines");
    this.waitedFor = maps.cell();
    this.lastNumber = maps.cell();
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("waiting", WaitingEntry.class, this::put)
        .with("waiting_removed", WaitingEntryRemoved.class, removed -> remove(removed.id()));
  }

  @Override
  public Stream<Record> snapshot() {
    return all().stream().map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return idToEntry.size();
  }

  Optional<WaitingEntry> get(String id) {
    return idToEntry.get(id);
  }

  /** In their order. */
  List<WaitingEntry> all() {
    return idToEntry.values().stream().sorted(Comparator.comparing(WaitingEntry::number)).toList();
  }

  /** Whether somebody waits for anything. */
  boolean isAnyWaiting() {
    return waitedFor.get().filter(types -> !types.all().isEmpty()).isPresent();
  }

  /** For transactions, as what follows is. */
  Optional<WaitingEntry> staged(String id) {
    return idToEntry.staged(id);
  }

  List<String> typesWaitedFor() {
    return waitedFor.staged().orElse(Ids.NONE).all();
  }

  List<WaitingEntry> line(String ticketTypeId) {
    return typeToLine.staged(ticketTypeId).orElse(Ids.NONE).all().stream()
        .flatMap(id -> idToEntry.staged(id).stream())
        .sorted(Comparator.comparing(WaitingEntry::number))
        .toList();
  }

  long nextNumber() {
    return lastNumber.staged().orElse(0L) + 1;
  }

  private void put(WaitingEntry entry) {
    remove(entry.id());
    idToEntry.put(entry.id(), entry);
    if (entry.isWaiting()) {
      setLine(entry.ticketTypeId(), lineIds(entry.ticketTypeId()).with(entry.id()));
    }
    if (entry.number() >= nextNumber()) {
      lastNumber.set(entry.number());
    }
  }

  private void remove(String id) {
    idToEntry
        .staged(id)
        .ifPresent(
            entry -> {
              idToEntry.remove(id);
              setLine(entry.ticketTypeId(), lineIds(entry.ticketTypeId()).without(id));
            });
  }

  private Ids lineIds(String ticketTypeId) {
    return typeToLine.staged(ticketTypeId).orElse(Ids.NONE);
  }

  private void setLine(String ticketTypeId, Ids line) {
    Ids types = waitedFor.staged().orElse(Ids.NONE);
    if (line.all().isEmpty()) {
      typeToLine.remove(ticketTypeId);
      waitedFor.set(types.without(ticketTypeId));
    } else {
      typeToLine.put(ticketTypeId, line);
      waitedFor.set(types.with(ticketTypeId));
    }
  }
}
