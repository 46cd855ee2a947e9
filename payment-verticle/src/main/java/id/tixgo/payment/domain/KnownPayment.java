package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a gateway can be asked about.
 *
 * @param reference our name of the attempt
 * @param gatewayId the gateway's own, once it is known
 */
public record KnownPayment(String reference, Optional<String> gatewayId) {
  public KnownPayment {
    requireNonNull(reference);
    requireNonNull(gatewayId);
  }
}
