package id.tixgo.common.overload;

/** What a service's requests wait for besides their event loop. Asked from any thread. */
public interface Backlog {
  Backlog NONE =
      new Backlog() {
        @Override
        public int length() {
          return 0;
        }

        @Override
        public long waitedNanos() {
          return 0;
        }
      };

  /** How many wait. */
  int length();

  /** How long the first of them has waited; 0 when nobody does. */
  long waitedNanos();
}
