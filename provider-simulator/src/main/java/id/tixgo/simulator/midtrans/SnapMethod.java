package id.tixgo.simulator.midtrans;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A way to pay, as Snap names it, and what Core makes of it. */
enum SnapMethod {
  CREDIT_CARD("credit_card", "", "Card", Refunds.ANY),
  BCA_VA("bank_transfer", "bca", "BCA virtual account", Refunds.NONE),
  BNI_VA("bank_transfer", "bni", "BNI virtual account", Refunds.NONE),
  BRI_VA("bank_transfer", "bri", "BRI virtual account", Refunds.NONE),
  CIMB_VA("bank_transfer", "cimb", "CIMB virtual account", Refunds.NONE),
  PERMATA_VA("bank_transfer", "permata", "Permata virtual account", Refunds.NONE),
  ECHANNEL("echannel", "", "Mandiri bill", Refunds.NONE),
  GOPAY("gopay", "", "GoPay", Refunds.ANY),
  SHOPEEPAY("shopeepay", "", "ShopeePay", Refunds.WHOLE),
  DANA("dana", "", "DANA", Refunds.ANY),
  OVO("ovo", "", "OVO", Refunds.WHOLE),
  QRIS("qris", "gopay", "QRIS", Refunds.ANY),
  INDOMARET("cstore", "indomaret", "Indomaret", Refunds.NONE),
  ALFAMART("cstore", "alfamart", "Alfamart", Refunds.NONE);

  /** What of it can be given back by a call. */
  enum Refunds {
    NONE,
    WHOLE,
    ANY
  }

  private final String type;
  private final String issuer;
  private final String label;
  private final Refunds refunds;

  SnapMethod(String type, String issuer, String label, Refunds refunds) {
    this.type = type;
    this.issuer = issuer;
    this.label = label;
    this.refunds = refunds;
  }

  /** {@code payment_type}. */
  String type() {
    return type;
  }

  /** The bank, store or acquirer; empty if the type says it all. */
  String issuer() {
    return issuer;
  }

  /** For people. */
  String label() {
    return label;
  }

  Refunds refunds() {
    return refunds;
  }

  /** Snap's name. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean is(String wantedType) {
    return type.equals(wantedType);
  }

  /** Whether a buyer scans what he is to pay. */
  boolean hasQrCode() {
    return this == QRIS || this == GOPAY;
  }

  /** Whether Midtrans keeps answers to calls with an idempotency key for it. */
  boolean keepsAnswers() {
    return this != PERMATA_VA && this != INDOMARET;
  }

  /** By Snap's name; {@code other_va} and {@code other_qris} are somebody's, too. */
  static Optional<SnapMethod> ofSnap(String word) {
    String own = word.equals("other_va") ? "permata_va" : word.replace("other_qris", "qris");
    return Stream.of(values()).filter(method -> method.word().equals(own)).findFirst();
  }

  /** By Core's type, and its issuer where one has to be named. */
  static Optional<SnapMethod> ofCharge(String type, String issuer) {
    boolean isOneOfMany = List.of("bank_transfer", "cstore").contains(type);
    return Stream.of(values())
        .filter(method -> method.is(type))
        .filter(method -> !isOneOfMany || method.issuer.equals(issuer))
        .findFirst();
  }

  /** The method that an answer of Core's is about. */
  static Optional<SnapMethod> ofAnswer(JsonObject body) {
    String bank = body.containsKey("permata_va_number") ? "permata" : "";
    return ofCharge(body.getString("payment_type", ""), body.getString("store", bank));
  }
}
