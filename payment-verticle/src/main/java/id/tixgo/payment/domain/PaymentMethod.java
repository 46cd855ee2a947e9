package id.tixgo.payment.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How somebody pays. */
public enum PaymentMethod {
  QRIS,
  BANK_TRANSFER,
  CREDIT_CARD,
  EWALLET,
  CONVENIENCE_STORE,
  WALLET,
  CASH,
  MANUAL;

  /** As the API says it: {@code bank_transfer}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PaymentMethod> of(String word) {
    return Stream.of(values()).filter(method -> method.word().equals(word)).findFirst();
  }
}
