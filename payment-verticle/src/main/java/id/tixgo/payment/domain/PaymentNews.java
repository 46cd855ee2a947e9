package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a gateway has said of a payment.
 *
 * @param method as it was chosen; another may be chosen on the gateway's page
 * @param instructions what the buyer is told
 * @param gatewayId the gateway's name of it
 * @param answer the gateway's last one, encrypted
 */
public record PaymentNews(
    PaymentMethod method,
    PayInstructions instructions,
    Optional<String> gatewayId,
    Optional<String> answer) {
  public PaymentNews {
    requireNonNull(method);
    requireNonNull(instructions);
    requireNonNull(gatewayId);
    requireNonNull(answer);
  }

  static PaymentNews none(PaymentMethod chosen) {
    return new PaymentNews(chosen, PayInstructions.NONE, Optional.empty(), Optional.empty());
  }

  PaymentNews withInstructions(PayInstructions told, Optional<String> gatewaysId) {
    return new PaymentNews(method, told, gatewaysId.or(() -> gatewayId), answer);
  }

  PaymentNews withAnswer(Optional<String> gatewaysId, PaymentMethod chosen, String encrypted) {
    return new PaymentNews(
        chosen, instructions, gatewaysId.or(() -> gatewayId), Optional.of(encrypted));
  }
}
