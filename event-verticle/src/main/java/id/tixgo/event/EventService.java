package id.tixgo.event;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Contract;
import id.tixgo.common.journal.Ledger;
import id.tixgo.common.journal.Upkeep;
import id.tixgo.common.launch.Service;
import id.tixgo.event.store.EventState;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;

/** Starts Event: reads its contract, deploys its verticles. */
public final class EventService implements Service {
  private final EventConfig config;
  private final Clock clock;
  private Ledger ledger;
  private Upkeep upkeep;

  public EventService(EventConfig config, Clock clock) {
    this.config = requireNonNull(config);
    this.clock = requireNonNull(clock);
  }

  @Override
  public String name() {
    return "event";
  }

  @Override
  public Address address() {
    return new Address("EVENT_PORT", config.host(), config.port());
  }

  @Override
  public Future<String> deploy(Vertx vertx, int cores) {
    EventState state = new EventState(vertx);
    ledger = config.store().ledger(vertx, state);
    Context context = vertx.getOrCreateContext();
    upkeep = new Upkeep(vertx, () -> state.keys.forget(ledger, context, clock.instant()));
    return Contract.load(vertx, name())
        .compose(
            contract ->
                vertx.deployVerticle(
                    () -> new EventVerticle(config, contract, state, ledger, clock),
                    new DeploymentOptions().setInstances(cores)))
        .compose(id -> ledger.open().map(id))
        .onSuccess(id -> upkeep.start());
  }

  @Override
  public Future<Void> close() {
    if (ledger == null) {
      return Future.succeededFuture();
    }
    upkeep.stop();
    return ledger.close();
  }
}
