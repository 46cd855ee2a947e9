package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;

/** Names that nobody else uses: an account at a gateway may serve more than one TixGo. */
public final class References {
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 10;

  private final SecureRandom random;

  public References(SecureRandom random) {
    this.random = requireNonNull(random);
  }

  /** An order's number: {@code TIX-8F2K4M7Q3D}. */
  String order() {
    StringBuilder number = new StringBuilder("TIX-");
    for (int i = 0; i < LENGTH; i++) {
      number.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return number.toString();
  }

  /** An attempt's: {@code TIX-8F2K4M7Q3D~2}. */
  static String payment(Order order, int attempt) {
    return order.number() + '~' + attempt;
  }

  /** A top-up's at Wallet: {@code TIX-8F2K4M7Q3D-topup}. */
  static String topUp(Order order) {
    return order.number() + "-topup";
  }

  /** A refund's: {@code TIX-8F2K4M7Q3D-r7}. */
  static String refund(Order order, long refundId) {
    return order.number() + "-r" + refundId;
  }
}
