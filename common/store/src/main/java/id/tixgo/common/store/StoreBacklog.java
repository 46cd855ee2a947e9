package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.overload.Backlog;

/** The commits that wait to be stored. */
record StoreBacklog(CommitQueue<PendingCommit<?>> waiting) implements Backlog {
  StoreBacklog {
    requireNonNull(waiting);
  }

  @Override
  public int length() {
    return waiting.size();
  }

  @Override
  public long waitedNanos() {
    return waiting.first().map(PendingCommit::waitedNanos).orElse(0L);
  }
}
