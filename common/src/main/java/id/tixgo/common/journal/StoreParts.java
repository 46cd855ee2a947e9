package id.tixgo.common.journal;

import java.util.List;
import java.util.stream.Stream;

/** The parts of one store together. */
public record StoreParts(List<StorePart> all) {
  public StoreParts {
    all = List.copyOf(all);
  }

  public static StoreParts of(StorePart... parts) {
    return new StoreParts(List.of(parts));
  }

  /** The types with those of all parts. */
  public EntryTypes register(EntryTypes types) {
    EntryTypes more = types;
    for (StorePart part : all) {
      more = part.register(more);
    }
    return more;
  }

  /** For folds: false when the entry is of no part. */
  public boolean fold(Record entry) {
    return all.stream().anyMatch(part -> part.fold(entry));
  }

  public Stream<Record> live() {
    return all.stream().flatMap(StorePart::live);
  }

  public long liveCount() {
    return all.stream().mapToLong(StorePart::liveCount).sum();
  }
}
