package id.tixgo.event.domain;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Keeps events. Each change is one atomic step. */
public interface EventStore {
  Future<Void> add(Event event);

  Optional<Event> find(String id);

  /** In the order of their start, then of their id. */
  List<Event> all();

  /** False when {@code current} isn't what is stored any more. */
  Future<Boolean> replace(Event current, Event changed);

  /** False when {@code current} isn't what is stored any more. */
  Future<Boolean> remove(Event current);
}
