package id.tixgo.report.store;

import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.report.domain.Fact;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What one feed has told, by its key and by what it is about. */
final class FeedFactTable {
  private final StagedMap<Fact> keyToFact;

  /** Of stored facts; it may name some that are gone. */
  private final Map<String, Set<String>> subjectToKeys = new ConcurrentHashMap<>();

  FeedFactTable(StagedMaps maps, MapGroup moment, String feed) {
    this.keyToFact = maps.open("report.facts." + feed, moment);
  }

  Optional<Fact> get(String key) {
    return keyToFact.get(key);
  }

  /** In no order. */
  Stream<Fact> all() {
    return keyToFact.values().stream();
  }

  /** In no order. */
  Stream<Fact> about(String subject) {
    return subjectToKeys.getOrDefault(subject, Set.of()).stream().flatMap(key -> get(key).stream());
  }

  int size() {
    return keyToFact.size();
  }

  /** For transactions. */
  Optional<Fact> staged(String key) {
    return keyToFact.staged(key);
  }

  /** For projections, as what follows is. */
  void put(Fact fact) {
    keyToFact.put(fact.key(), fact);
  }

  void remove(String key) {
    keyToFact.remove(key);
  }

  void clear() {
    keyToFact.clear();
  }

  /** One is stored. */
  void index(Fact fact) {
    for (String subject : fact.subjects()) {
      subjectToKeys
          .computeIfAbsent(subject, first -> ConcurrentHashMap.newKeySet())
          .add(fact.key());
    }
  }
}
