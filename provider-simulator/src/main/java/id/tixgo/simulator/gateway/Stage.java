package id.tixgo.simulator.gateway;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.behaviour.Agenda;
import id.tixgo.simulator.behaviour.BoundedLog;
import id.tixgo.simulator.behaviour.Faults;
import id.tixgo.simulator.behaviour.Switches;
import id.tixgo.simulator.delivery.WebhookSender;

/** What both gateways play on. */
public record Stage(
    Agenda agenda, Switches switches, Faults faults, WebhookSender deliveries, BoundedLog calls) {
  public Stage {
    requireNonNull(agenda);
    requireNonNull(switches);
    requireNonNull(faults);
    requireNonNull(deliveries);
    requireNonNull(calls);
  }

  /** Everything is forgotten, and as usual. */
  public void reset() {
    agenda.reset();
    switches.reset();
    faults.reset();
    deliveries.reset();
    calls.reset();
  }
}
