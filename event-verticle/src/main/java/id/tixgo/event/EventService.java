package id.tixgo.event;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.StoredService;
import id.tixgo.event.store.EventState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.Supplier;

/** Puts Event together. */
final class EventService extends StoredService<EventState> {
  private final EventConfig config;
  private final Clock clock;

  EventService(EventConfig config, Clock clock) {
    super(config.address(), config.store());
    this.config = requireNonNull(config);
    this.clock = requireNonNull(clock);
  }

  @Override
  protected EventState projection(Vertx vertx) {
    return new EventState(vertx);
  }

  @Override
  protected boolean isShared() {
    return true;
  }

  @Override
  protected Supplier<EventVerticle> verticles(Shared<EventState> shared, int cores) {
    return () ->
        new EventVerticle(config, shared.contract(), shared.projection(), shared.store(), clock);
  }

  @Override
  protected Future<Boolean> forget(Shared<EventState> shared) {
    return shared.projection().keys.forget(shared.store(), shared.context(), clock.instant());
  }
}
