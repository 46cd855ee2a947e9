package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A pay page of Snap.
 *
 * @param payableUntil when what is begun on it expires
 * @param finish where the buyer goes back to; empty if the merchant didn't say
 * @param methods in their order on the page, at least one
 */
record SnapOrder(
    String token, SnapTerms terms, Instant payableUntil, String finish, List<SnapMethod> methods) {
  SnapOrder {
    requireNonNull(token);
    requireNonNull(terms);
    requireNonNull(payableUntil);
    requireNonNull(finish);
    methods = List.copyOf(methods);
  }
}
