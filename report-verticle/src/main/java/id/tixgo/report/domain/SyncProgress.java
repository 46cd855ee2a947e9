package id.tixgo.report.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far the synchronisation is that goes on, or was last.
 *
 * @param running whether it goes on
 * @param startedAt when it began; empty where there was none since the service began
 * @param feeds how far it is with each
 * @param last what the last one that came to its end counted
 */
public record SyncProgress(
    boolean running, Optional<Instant> startedAt, List<Feed> feeds, Optional<Synced> last) {
  public SyncProgress {
    requireNonNull(startedAt);
    feeds = List.copyOf(feeds);
    requireNonNull(last);
  }

  /**
   * How far it is with one.
   *
   * @param read how many messages are read
   * @param of how many there are, as it said last
   */
  public record Feed(String feed, long read, long of) {
    public Feed {
      requireNonNull(feed);
    }
  }

  /**
   * What was counted.
   *
   * @param users how many have transactions
   * @param transactions how many there were: movements of the wallet's ledger
   */
  public record Synced(int users, int transactions, Instant at) {
    public Synced {
      requireNonNull(at);
    }
  }
}
