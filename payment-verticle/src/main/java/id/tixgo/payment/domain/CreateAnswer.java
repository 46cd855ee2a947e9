package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What a gateway answered when it was asked to take a payment, or that it didn't. */
public sealed interface CreateAnswer {
  /**
   * It waits for the buyer.
   *
   * @param text its answer as JSON, without card data
   */
  record Waiting(PayInstructions instructions, Optional<String> gatewayId, String text)
      implements CreateAnswer {
    public Waiting {
      requireNonNull(instructions);
      requireNonNull(gatewayId);
      requireNonNull(text);
    }
  }

  /** It has taken the money at once. */
  record Paid(GatewayAnswer.Known known) implements CreateAnswer {
    public Paid {
      requireNonNull(known);
    }
  }

  /**
   * It won't.
   *
   * @param reason in plain words
   */
  record Refused(String reason, String text) implements CreateAnswer {
    public Refused {
      requireNonNull(reason);
      requireNonNull(text);
    }
  }

  /** No answer, or one that can't be read: it may wait for the buyer all the same. */
  record Unknown(String why) implements CreateAnswer {
    public Unknown {
      requireNonNull(why);
    }
  }
}
