package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.audit.AuditHead;
import id.tixgo.common.store.audit.AuditLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The entries that make one store of a database, in an order in which they can be applied: all
 * lines of its audit first, as if they were still on their way to a file of their own. Failures
 * come as {@link UncheckedIOException}.
 */
public record SharedEntries(LogsReading logs, EntryTypes types) {
  public SharedEntries {
    requireNonNull(logs);
    requireNonNull(types);
  }

  private interface Page {
    List<LoggedEntry> after(String store, long number) throws IOException;
  }

  private interface Question<T> {
    T ask() throws IOException;
  }

  /** All that there is. */
  public Stream<Record> all() {
    long last = get(() -> logs.last(types.store(), types.version()));
    Optional<LogSnapshot> snapshot = get(() -> logs.snapshot(types.store(), types.version()));
    long known = snapshot.map(LogSnapshot::number).orElse(0L);
    Stream<Record> live =
        Stream.concat(
            snapshot.stream().flatMap(found -> found.parts().stream()).flatMap(this::entries),
            following(known, last));
    return Stream.concat(
        audit(), live.filter(entry -> !(entry instanceof AuditLine || entry instanceof AuditHead)));
  }

  /** The lines of its audit alone; fails where any entry is missing. */
  public Stream<Record> audit() {
    if (!get(() -> logs.isWhole(types.store()))) {
      throw new UncheckedIOException(
          new IOException(types.store() + ": entries are missing in the database."));
    }
    return pages(0, logs::auditedAfter).map(this::entry);
  }

  /** How much of its audit was written for certain. */
  public Stream<Record> auditHead() {
    return get(() -> logs.newestAuditHead(types.store())).stream().map(this::entry);
  }

  /** Fails where one is missing. */
  private Stream<Record> following(long known, long last) {
    long[] number = {known};
    Stream<Record> entries =
        pages(known, logs::after)
            .map(
                entry -> {
                  expect(entry.number(), ++number[0]);
                  return entry(entry);
                });
    return Stream.concat(entries, Stream.of(0).flatMap(end -> ended(number[0], last)));
  }

  private Stream<Record> ended(long number, long last) {
    expect(last, number);
    return Stream.empty();
  }

  private void expect(long number, long expected) {
    if (number != expected) {
      throw new UncheckedIOException(
          new IOException(
              types.store() + ": entry " + Math.min(number, expected) + " or the next is missing"));
    }
  }

  private Stream<LoggedEntry> pages(long from, Page page) {
    String store = types.store();
    return Stream.iterate(
            get(() -> page.after(store, from)),
            entries -> !entries.isEmpty(),
            entries -> get(() -> page.after(store, entries.get(entries.size() - 1).number())))
        .flatMap(List::stream);
  }

  private Stream<Record> entries(byte[] part) {
    List<Record> entries = new ArrayList<>();
    get(
        () -> {
          SnapshotParts.read(part, types, entries::add);
          return part;
        });
    return entries.stream();
  }

  private Record entry(LoggedEntry entry) {
    return get(() -> types.parse(entry.text()));
  }

  private static <T> T get(Question<T> question) {
    try {
      return question.ask();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
