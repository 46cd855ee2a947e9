package id.tixgo.event.domain;

import id.tixgo.common.scope.Once;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands in rooms, and when: no two things in one room at one time. An event comes in and goes
 * by the change of its {@link EventStore}, in the same step.
 */
public interface RoomSchedule {
  /** In order what ends after {@code from} and begins before {@code to}. */
  List<Slot> between(EventPlace room, Optional<Instant> from, Optional<Instant> to);

  /** Fails with {@code SCHEDULE_TAKEN} and what stands there, or with {@code NOT_FOUND}. */
  Future<Slot> block(EventPlace room, Slot block, Once<Slot> once);

  /** False when there is no such block. */
  Future<Boolean> unblock(EventPlace room, String id);
}
