package id.tixgo.report.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Appender;
import id.tixgo.report.domain.Fact;
import id.tixgo.report.domain.FactDesk;
import java.util.Optional;

/** The facts of one transaction. */
final class StagedFacts implements FactDesk {
  private final ReportState state;
  private final Appender entries;

  StagedFacts(ReportState state, Appender entries) {
    this.state = requireNonNull(state);
    this.entries = requireNonNull(entries);
  }

  @Override
  public Optional<Fact> known(String feed, String key) {
    return state.facts.table(feed).staged(key);
  }

  @Override
  public void put(Fact fact) {
    if (!known(fact.feed(), fact.key()).equals(Optional.of(fact))) {
      entries.add((Record) fact);
    }
  }
}
