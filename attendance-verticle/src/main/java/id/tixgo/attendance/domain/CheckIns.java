package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import java.util.function.Consumer;

/** Lets tickets in and tells the bus. */
public final class CheckIns {
  private final CheckInStore store;
  private final Consumer<CheckIn> admitted;

  public CheckIns(CheckInStore store, Consumer<CheckIn> admitted) {
    this.store = requireNonNull(store);
    this.admitted = requireNonNull(admitted);
  }

  public Future<Outcome> checkIn(Scan scan) {
    return store.putIfAbsent(scan).onSuccess(this::announce);
  }

  private void announce(Outcome outcome) {
    if (outcome instanceof Outcome.Admitted now) {
      admitted.accept(now.checkIn());
    }
  }
}
