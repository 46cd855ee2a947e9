package id.tixgo.simulator.xendit;

import java.util.Optional;
import java.util.stream.Stream;

/** A way to pay, as {@code payment_channel} and {@code payment_methods} name it. */
enum XenditChannel {
  QRIS("QR_CODE", "QRIS"),
  BCA("BANK_TRANSFER", "BCA virtual account"),
  BNI("BANK_TRANSFER", "BNI virtual account"),
  BRI("BANK_TRANSFER", "BRI virtual account"),
  MANDIRI("BANK_TRANSFER", "Mandiri virtual account"),
  PERMATA("BANK_TRANSFER", "Permata virtual account"),
  OVO("EWALLET", "OVO"),
  DANA("EWALLET", "DANA"),
  SHOPEEPAY("EWALLET", "ShopeePay"),
  LINKAJA("EWALLET", "LinkAja"),
  ALFAMART("RETAIL_OUTLET", "Alfamart"),
  INDOMARET("RETAIL_OUTLET", "Indomaret"),
  CREDIT_CARD("CREDIT_CARD", "Card");

  private final String method;
  private final String label;

  XenditChannel(String method, String label) {
    this.method = method;
    this.label = label;
  }

  /** {@code payment_method}. */
  String method() {
    return method;
  }

  /** For people. */
  String label() {
    return label;
  }

  boolean is(String wantedMethod) {
    return method.equals(wantedMethod);
  }

  /** Whether a call gives money back: not what came by bank transfer or over a counter. */
  boolean isRefundable() {
    return !is("BANK_TRANSFER") && !is("RETAIL_OUTLET");
  }

  static Optional<XenditChannel> of(String word) {
    return Stream.of(values()).filter(channel -> channel.name().equals(word)).findFirst();
  }
}
