package id.tixgo.report.store;

import id.tixgo.report.domain.Fact;
import id.tixgo.report.domain.FactDesk;
import id.tixgo.report.domain.SyncProgress.Synced;
import id.tixgo.report.domain.UserFact;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What feeds tell from their first messages on, in memory. For one thread at a time. */
final class RebuiltFacts implements FactDesk {
  private final Map<String, Map<String, Fact>> feedToFacts = new HashMap<>();

  @Override
  public Optional<Fact> known(String feed, String key) {
    return Optional.ofNullable(feedToFacts.getOrDefault(feed, Map.of()).get(key));
  }

  @Override
  public void put(Fact fact) {
    feedToFacts.computeIfAbsent(fact.feed(), first -> new HashMap<>()).put(fact.key(), fact);
  }

  Stream<Fact> all() {
    return feedToFacts.values().stream().flatMap(facts -> facts.values().stream());
  }

  Synced count(Instant at) {
    List<UserFact> moved =
        all()
            .filter(UserFact.class::isInstance)
            .map(UserFact.class::cast)
            .filter(UserFact::moved)
            .toList();
    long users = moved.stream().flatMap(fact -> fact.userIds().stream()).distinct().count();
    return new Synced((int) users, moved.size(), at);
  }
}
