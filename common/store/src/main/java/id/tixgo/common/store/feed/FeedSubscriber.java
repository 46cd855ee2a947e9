package id.tixgo.common.store.feed;

import id.tixgo.common.store.Appender;

/** What a service makes of another's feed. Called inside transactions of its own store. */
public interface FeedSubscriber {
  /**
   * Adds what follows from a message; one of a type that it doesn't know concerns it nothing.
   * Throws before it adds anything when the message can't be read.
   */
  void apply(FeedMessage message, Appender entries);

  /** What it was told of last is stored; whoever follows what came of it may be told. */
  default void stored() {}

  /** Takes back all that messages have brought: they will come again from the first one. */
  void forget(Appender entries);
}
