package id.tixgo.simulator.midtrans;

import java.util.Locale;

/** {@code transaction_status}. */
enum CoreStatus {
  PENDING("201", "201"),
  CAPTURE("200", "200"),
  SETTLEMENT("200", "200"),
  DENY("202", "202"),
  CANCEL("202", "200"),
  EXPIRE("202", "407"),
  REFUND("200", "200"),
  PARTIAL_REFUND("200", "200"),
  CHARGEBACK("200", "200");

  private final String told;
  private final String asked;

  CoreStatus(String told, String asked) {
    this.told = told;
    this.asked = asked;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CoreStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** {@code status_code} in a notification. */
  String codeWhenTold() {
    return told;
  }

  /** {@code status_code} in the answer to a status query. */
  String codeWhenAsked() {
    return asked;
  }
}
