package id.tixgo.payment.client;

import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.RefundAnswer;
import java.util.Optional;

/** Looks for a refund in what a gateway tells of its payment. */
final class GatewayRefunds {
  private GatewayRefunds() {}

  /** The refund of that key, or that nobody knows; empty when there is none. */
  static Optional<RefundAnswer> find(String key, GatewayAnswer answer) {
    if (answer instanceof GatewayAnswer.Unknown unknown) {
      return Optional.of(new RefundAnswer.Unknown(unknown.why()));
    }
    return answer instanceof GatewayAnswer.Known known
        ? known.refunds().stream()
            .filter(refund -> refund.key().equals(key))
            .findFirst()
            .map(refund -> new RefundAnswer.Known(refund, known.text()))
        : Optional.empty();
  }
}
