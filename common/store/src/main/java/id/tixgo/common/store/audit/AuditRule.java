package id.tixgo.common.store.audit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an audit says of one type of entry: which thing it changes, how that is before and after,
 * and which of its members may be told. Of others it says only that they have changed.
 *
 * @param names what the thing may be called in a request, its id first
 * @param before the thing as it is staged
 */
public record AuditRule<E extends Record>(
    Class<E> type,
    String kind,
    Function<E, Stream<?>> names,
    Function<E, Optional<? extends Record>> before,
    Function<E, Optional<? extends Record>> after,
    Set<String> shown) {
  public AuditRule {
    requireNonNull(type);
    requireNonNull(kind);
    requireNonNull(names);
    requireNonNull(before);
    requireNonNull(after);
    shown = Set.copyOf(shown);
  }

  /** Of an entry that is the thing as it becomes. */
  public static <E extends Record> AuditRule<E> of(
      Class<E> type, String kind, Function<E, Stream<?>> names) {
    return new AuditRule<>(type, kind, names, entry -> Optional.empty(), Optional::of, Set.of());
  }

  /** With what the thing is before. */
  public AuditRule<E> from(Function<E, Optional<? extends Record>> known) {
    return new AuditRule<>(type, kind, names, known, after, shown);
  }

  /** With another record of what the thing becomes. */
  public AuditRule<E> to(Function<E, Record> becomes) {
    return new AuditRule<>(
        type, kind, names, before, entry -> Optional.of(becomes.apply(entry)), shown);
  }

  /** Of an entry with which the thing is gone. */
  public AuditRule<E> gone() {
    return new AuditRule<>(type, kind, names, before, entry -> Optional.empty(), shown);
  }

  /**
   * With members that may be told, by their paths: {@code details.price}, or all {@code details}.
   */
  public AuditRule<E> showing(String... paths) {
    return new AuditRule<>(type, kind, names, before, after, Set.of(paths));
  }

  AuditChange change(Record any, Function<Record, JsonNode> json) {
    E entry = type.cast(any);
    List<String> all = names.apply(entry).map(String::valueOf).toList();
    return new AuditChange(
        kind,
        all,
        AuditedMembers.of(before.apply(entry).map(json)),
        AuditedMembers.of(after.apply(entry).map(json)),
        this::mayTell);
  }

  private boolean mayTell(String path) {
    return shown.stream().anyMatch(told -> path.equals(told) || path.startsWith(told + '.'));
  }
}
