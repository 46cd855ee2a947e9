package id.tixgo.simulator.control;

import id.tixgo.simulator.gateway.SimulatedGateway;
import java.util.List;
import java.util.NoSuchElementException;

/** The gateways, found by what they know. */
record KnownGateways(List<SimulatedGateway> all) {
  KnownGateways {
    all = List.copyOf(all);
  }

  /**
   * The one that knows a payment.
   *
   * @throws NoSuchElementException with a sentence, if none does
   */
  SimulatedGateway of(String reference) {
    return all.stream()
        .filter(gateway -> gateway.knows(reference))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No gateway knows this payment."));
  }

  /**
   * The one of this name.
   *
   * @throws NoSuchElementException with a sentence, if there is none
   */
  SimulatedGateway named(String name) {
    return all.stream()
        .filter(gateway -> gateway.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No gateway has this name."));
  }

  boolean know(String reference) {
    return all.stream().anyMatch(gateway -> gateway.knows(reference));
  }
}
