package id.tixgo.common.store.audit;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A thing before and after a transaction, by the paths of its members; nothing where there was, or
 * is, no such thing.
 *
 * @param kind of thing: {@code user}
 * @param names what it may be called, its id first
 * @param shown whether the value at a path may be told
 */
record AuditChange(
    String kind,
    List<String> names,
    Map<String, Object> before,
    Map<String, Object> after,
    Predicate<String> shown) {
  /** Follows from every change, and says nothing. */
  private static final String UPDATED = "updated_at";

  AuditChange {
    requireNonNull(kind);
    names = List.copyOf(names);
    requireNonNull(before);
    requireNonNull(after);
    requireNonNull(shown);
  }

  String id() {
    return names.get(0);
  }

  /** Whether it is a thing of that kind that a request calls by one of these names, if by any. */
  boolean isMeant(String wanted, List<String> called) {
    return kind.equals(wanted)
        && (called.isEmpty()
            || called.stream().anyMatch(name -> names.stream().anyMatch(name::equalsIgnoreCase)));
  }

  /** Both of one transaction, one after the other. */
  AuditChange then(AuditChange next) {
    return new AuditChange(kind, names, before, next.after, shown);
  }

  /**
   * What is another: {@code from} and {@code to}, or neither for what may not be told. Of what is
   * new or gone only what may be told is named.
   */
  Map<String, Map<String, Object>> differences() {
    Set<String> paths = new LinkedHashSet<>(before.keySet());
    paths.addAll(after.keySet());
    paths.remove(UPDATED);
    Map<String, Map<String, Object>> pathToChange = new LinkedHashMap<>();
    for (String path : paths) {
      if (!Objects.equals(before.get(path), after.get(path)) && (shown.test(path) || isSame())) {
        pathToChange.put(path, shown.test(path) ? values(path) : Map.of());
      }
    }
    return pathToChange;
  }

  private boolean isSame() {
    return !before.isEmpty() && !after.isEmpty();
  }

  private Map<String, Object> values(String path) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (before.containsKey(path)) {
      values.put("from", before.get(path));
    }
    if (after.containsKey(path)) {
      values.put("to", after.get(path));
    }
    return values;
  }
}
