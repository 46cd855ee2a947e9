package id.tixgo.attendance;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Contract;
import id.tixgo.common.launch.Service;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;

/** Starts Attendance: reads its contract, deploys its verticles. */
public final class AttendanceService implements Service {
  private final AttendanceConfig config;
  private final Clock clock;

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
    return Contract.load(vertx, name())
        .compose(
            contract ->
                vertx.deployVerticle(
                    () -> new AttendanceVerticle(config, contract, storeTag, clock),
                    new DeploymentOptions().setInstances(cores)));
  }
}
