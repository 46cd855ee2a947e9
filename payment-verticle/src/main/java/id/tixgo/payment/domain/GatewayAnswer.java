package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.util.List;
import java.util.Optional;

/** What a gateway answered to a question about a payment, or that it didn't. */
public sealed interface GatewayAnswer {
  /**
   * The gateway knows the payment.
   *
   * @param paid how much it has taken in all for what was asked, without its own fee; zero unless
   *     it was ever paid. Refunds don't lessen it.
   * @param fee what it added to the price and kept
   * @param method how the buyer pays, once chosen
   * @param refunds all that it knows of
   * @param text its answer as JSON, without card data
   */
  record Known(
      GatewayState state,
      Optional<String> gatewayId,
      Money paid,
      Money fee,
      Optional<PaymentMethod> method,
      List<GatewayRefund> refunds,
      String text)
      implements GatewayAnswer {
    public Known {
      requireNonNull(state);
      requireNonNull(gatewayId);
      requireNonNull(paid);
      requireNonNull(fee);
      requireNonNull(method);
      refunds = List.copyOf(refunds);
      requireNonNull(text);
    }
  }

  /** The gateway answers, and has no such payment, or the buyer hasn't chosen how to pay yet. */
  record NotFound() implements GatewayAnswer {}

  /**
   * The gateway refuses what was asked.
   *
   * @param reason in plain words
   */
  record Refused(String reason, String text) implements GatewayAnswer {
    public Refused {
      requireNonNull(reason);
      requireNonNull(text);
    }
  }

  /** No answer, or one that can't be read: anything may have happened. */
  record Unknown(String why) implements GatewayAnswer {
    public Unknown {
      requireNonNull(why);
    }
  }
}
