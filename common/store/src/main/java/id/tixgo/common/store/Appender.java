package id.tixgo.common.store;

/** Takes what a transaction decided. */
public interface Appender {
  /**
   * Adds an entry: its effect is seen by the next transaction, and by readers once it is stored.
   */
  void add(Record entry);
}
