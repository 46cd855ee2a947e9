package id.tixgo.common.store;

import java.util.Optional;

/** Holds changes that transactions see at once, and readers when they are stored. */
interface Staged {
  /** What comes from now on is the next batch's. */
  void seal();

  /** Shows to readers what isn't sealed. */
  void publish();

  /** Shows the oldest sealed batch to readers. */
  void publishSealed();

  /** Forgets what isn't sealed. */
  void discard();

  /** Forgets all sealed batches. */
  void discardSealed();

  /** The maps that are read together with this one. */
  Optional<MapGroup> group();
}
