package id.tixgo.event.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.Once;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The rules of events: made, changed and deleted, each told in Event's feed. */
public final class Events {
  private final EventStore store;
  private final Runnable bell;
  private final Clock clock;

  /**
   * @param bell tells those who follow the feed that there is more of it
   */
  public Events(EventStore store, Runnable bell, Clock clock) {
    this.store = requireNonNull(store);
    this.bell = requireNonNull(bell);
    this.clock = requireNonNull(clock);
  }

  /**
   * Makes an event, which takes its place; fails with {@code EVENT_EXISTS} or {@code
   * SCHEDULE_TAKEN}.
   *
   * @param wantedId the id that it shall have; a new one when empty
   */
  public Future<Event> create(
      EventDetails details, Optional<String> wantedId, String createdBy, Once<Event> once) {
    Instant now = Timestamps.now(clock);
    String id = wantedId.orElseGet(() -> UUID.randomUUID().toString());
    Event event = new Event(id, kept(details, now), createdBy, now, now);
    return store
        .add(event, once)
        .map(added -> added.orElseThrow(() -> exists(id)))
        .onSuccess(made -> bell.run());
  }

  /** Fails with {@code NOT_FOUND}. */
  public Event find(String id) {
    return store.find(id).orElseThrow(Events::unknown);
  }

  /** The same for a caller to whom a draft isn't there; fails with {@code NOT_FOUND}. */
  public Event find(String id, Caller caller) {
    Event event = find(id);
    if (!isThere(event, caller)) {
      throw unknown();
    }
    return event;
  }

  /** In the order of their start. */
  public List<Event> list(EventQuery query, Caller caller) {
    return store.all().stream()
        .filter(event -> isThere(event, caller))
        .filter(event -> query.isAll() || query.matches(event))
        .toList();
  }

  /** What isn't published is for those who work on it. */
  private static boolean isThere(Event event, Caller caller) {
    return caller.role() != Role.USER || event.details().status() != EventStatus.DRAFT;
  }

  /**
   * Changes an event as it is at that moment; {@code change} may be applied again when another was
   * faster, and may refuse by throwing. Fails with {@code SCHEDULE_TAKEN}.
   */
  public Future<Event> change(
      String id, UnaryOperator<EventDetails> change, Consumer<Event> guard) {
    Event current = find(id);
    guard.accept(current);
    Instant now = Timestamps.now(clock);
    Event changed = current.withDetails(kept(change.apply(current.details()), now), now);
    return store
        .replace(current, changed)
        .compose(done -> done ? Future.succeededFuture(changed) : change(id, change, guard))
        .onSuccess(event -> bell.run());
  }

  public Future<Event> delete(String id, Consumer<Event> guard) {
    Event current = find(id);
    guard.accept(current);
    return store
        .remove(current, Timestamps.now(clock))
        .compose(done -> done ? Future.succeededFuture(current) : delete(id, guard))
        .onSuccess(event -> bell.run());
  }

  /** Details as they are kept: whether an event is completed is seen by the clock alone. */
  private static EventDetails kept(EventDetails details, Instant now) {
    if (details.status() != EventStatus.COMPLETED) {
      return details;
    }
    if (!details.isOver(now)) {
      throw Problem.invalid("body.status", "is completed only once the event is over", "status");
    }
    return details.withStatus(EventStatus.PUBLISHED);
  }

  private static Problem unknown() {
    return Problem.notFound("Event not found");
  }

  private static Problem exists(String id) {
    return Problem.of(
        ProblemKind.CONFLICT,
        "EVENT_EXISTS",
        "There is an event " + id + ", or was: an id is never used twice.");
  }
}
