package id.tixgo.payment.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.metrics.Meters;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.Refund;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What an operator sees of money: how many payments, refunds and open questions there are. */
final class MoneyMeters {
  private final Meters meters;
  private final StateCounts payments;
  private final StateCounts refunds;

  MoneyMeters(Meters meters, StagedMaps maps) {
    this.meters = requireNonNull(meters);
    StagedMap<Long> ofPayments = maps.open("payment.payment-states");
    StagedMap<Long> ofRefunds = maps.open("payment.refund-states");
    this.payments = new StateCounts(ofPayments, this::measurePayments);
    this.refunds = new StateCounts(ofRefunds, this::measureRefunds);
  }

  /** For projections. */
  void see(Optional<Payment> before, Payment now) {
    payments.move(before.map(MoneyMeters::state), state(now));
  }

  /** For projections. */
  void see(Optional<Refund> before, Refund now) {
    refunds.move(before.map(MoneyMeters::state), state(now));
  }

  /**
   * @param open how many wait for somebody; any thread may ask
   */
  void suspense(Supplier<Long> open) {
    meters.gauge("tixgo.suspense.open", "Matters of money that wait for an admin", open);
  }

  private void measurePayments(String gatewayAndState) {
    String[] words = gatewayAndState.split(" ", -1);
    meters.gauge(
        "tixgo.payments",
        "Payments by the gateway and the state that they are in",
        () -> payments.of(gatewayAndState),
        "gateway",
        words[0],
        "state",
        words[1]);
  }

  private void measureRefunds(String state) {
    meters.gauge(
        "tixgo.refunds",
        "Refunds by the state that they are in",
        () -> refunds.of(state),
        "state",
        state);
  }

  private static String state(Payment payment) {
    return payment.gateway() + ' ' + payment.state().name().toLowerCase(Locale.ROOT);
  }

  private static String state(Refund refund) {
    return refund.state().name().toLowerCase(Locale.ROOT);
  }
}
