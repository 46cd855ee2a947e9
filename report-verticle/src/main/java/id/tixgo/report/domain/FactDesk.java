package id.tixgo.report.domain;

import java.util.Optional;

/** What is known while a feed is told, and may be added to. */
public interface FactDesk {
  /** The newest that is known under a key of a feed. */
  Optional<Fact> known(String feed, String key);

  /** Puts it in the place of the one that had its key; the same again is no news. */
  void put(Fact fact);
}
