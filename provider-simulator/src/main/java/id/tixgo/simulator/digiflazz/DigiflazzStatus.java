package id.tixgo.simulator.digiflazz;

import static java.util.Objects.requireNonNull;

/** How far a transaction is, in Digiflazz's words. */
enum DigiflazzStatus {
  /** A bill that was asked for. */
  INQUIRED("Sukses", "00", "Inquiry Sukses"),
  SUCCEEDED("Sukses", "00", "Transaksi Sukses"),
  PENDING("Pending", "03", "Transaksi Pending"),
  FAILED("Gagal", "02", "Transaksi Gagal"),
  /** It may have succeeded before. */
  REFUNDED("Gagal", "74", "Transaksi Refund");

  private final String word;
  private final String rc;
  private final String message;

  DigiflazzStatus(String word, String rc, String message) {
    this.word = requireNonNull(word);
    this.rc = requireNonNull(rc);
    this.message = requireNonNull(message);
  }

  String word() {
    return word;
  }

  String rc() {
    return rc;
  }

  String message() {
    return message;
  }
}
