package id.tixgo.ticketing.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Who waits to be let in to events' sales, and who was, as it is stored. From any thread. */
public interface SaleQueues {
  Optional<QueuePlace> place(String eventId, long userId);

  SaleQueue queue(String eventId);

  /** How many wait up to that place, and with it. */
  int position(QueuePlace place);

  /** How many buyers a second were let in within the last half minute. */
  double letInLately(String eventId, Instant now);

  /** Whether nobody has a place anywhere. */
  boolean isEmpty();

  /** All that wait, in no order. */
  Stream<QueuePlace> waiting();
}
