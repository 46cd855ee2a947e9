package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import io.vertx.core.Future;

/** Brings money into users' wallets. */
public interface WalletCredit {
  /**
   * Asks Wallet to. The same again is made once; a future fails only by an error of ours.
   *
   * @param reference our own name of it
   */
  Future<Outcome> topUp(long userId, Money amount, String reference);

  /** Asks Wallet to make nothing under that name any more; what was made before is credited. */
  Future<Outcome> giveUp(String reference);

  /** What came of it. */
  sealed interface Outcome {
    /** It is there. */
    record Credited() implements Outcome {}

    /**
     * It isn't, and won't be.
     *
     * @param reason in plain words
     */
    record Refused(String reason) implements Outcome {
      public Refused {
        requireNonNull(reason);
      }
    }

    /** No answer: it may be there. */
    record Unknown(String why) implements Outcome {
      public Unknown {
        requireNonNull(why);
      }
    }
  }
}
