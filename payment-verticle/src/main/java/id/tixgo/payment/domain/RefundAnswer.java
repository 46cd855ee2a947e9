package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

/** What a gateway answered when it was asked to give money back, or that it didn't. */
public sealed interface RefundAnswer {
  /** It knows of the refund now. */
  record Known(GatewayRefund refund, String text) implements RefundAnswer {
    public Known {
      requireNonNull(refund);
      requireNonNull(text);
    }
  }

  /**
   * It won't.
   *
   * @param reason in plain words
   */
  record Refused(String reason, String text) implements RefundAnswer {
    public Refused {
      requireNonNull(reason);
      requireNonNull(text);
    }
  }

  /** No answer, or one that can't be read: the money may be on its way. */
  record Unknown(String why) implements RefundAnswer {
    public Unknown {
      requireNonNull(why);
    }
  }
}
