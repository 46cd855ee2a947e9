package id.tixgo.common.journal;

/** Takes what a decision decided. */
public interface Entries {
  /** Adds an entry: its effect is seen by the next decision, and by readers once it is stored. */
  void add(Record entry);
}
