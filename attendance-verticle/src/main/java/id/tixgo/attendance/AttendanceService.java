package id.tixgo.attendance;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.store.AttendanceState;
import id.tixgo.attendance.store.Retention;
import id.tixgo.common.http.Contract;
import id.tixgo.common.journal.Ledger;
import id.tixgo.common.journal.Upkeep;
import id.tixgo.common.launch.Service;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;

/** Starts Attendance: reads its contract, deploys its verticles. */
public final class AttendanceService implements Service {
  private final AttendanceConfig config;
  private final Clock clock;
  private Ledger ledger;
  private Upkeep upkeep;

  public AttendanceService(AttendanceConfig config, Clock clock) {
    this.config = requireNonNull(config);
    this.clock = requireNonNull(clock);
  }

  @Override
  public String name() {
    return "attendance";
  }

  @Override
  public Address address() {
    return new Address("ATTENDANCE_PORT", config.host(), config.port());
  }

  @Override
  public Future<String> deploy(Vertx vertx, int cores) {
    String storeTag = Long.toString(clock.millis(), Character.MAX_RADIX);
    AttendanceState state = new AttendanceState(vertx);
    ledger = config.store().ledger(vertx, state);
    Retention retention =
        new Retention(state, ledger, vertx.getOrCreateContext(), config.store().retention());
    upkeep = new Upkeep(vertx, () -> retention.step(clock.instant()));
    return Contract.load(vertx, name())
        .compose(
            contract ->
                vertx.deployVerticle(
                    () -> new AttendanceVerticle(config, contract, state, ledger, storeTag, clock),
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
