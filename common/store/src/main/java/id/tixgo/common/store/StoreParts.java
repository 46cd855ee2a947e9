package id.tixgo.common.store;

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

  public Stream<Record> snapshot() {
    return all.stream().flatMap(StorePart::snapshot);
  }

  public long snapshotSize() {
    return all.stream().mapToLong(StorePart::snapshotSize).sum();
  }
}
