package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What a gateway's notification is about. It is never believed more than that: one asks. */
public sealed interface Notice {
  /**
   * Something happened to a payment.
   *
   * @param reference our name of it; empty when the gateway only says its own
   */
  record About(Optional<String> reference, Optional<String> gatewayId) implements Notice {
    public About {
      requireNonNull(reference);
      requireNonNull(gatewayId);
    }
  }

  /** Whoever sent it isn't the gateway. */
  record Forged() implements Notice {}

  /** Its sender is the gateway, and it can't be read. */
  record Unreadable(String why) implements Notice {
    public Unreadable {
      requireNonNull(why);
    }
  }
}
