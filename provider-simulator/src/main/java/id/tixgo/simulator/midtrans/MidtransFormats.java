package id.tixgo.simulator.midtrans;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** How Midtrans writes amounts, times and signatures. */
final class MidtransFormats {
  /** Jakarta's time, without saying so. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(7));

  private MidtransFormats() {}

  /** {@code 145000.00}. */
  static String amount(long rupiah) {
    return rupiah + ".00";
  }

  /** {@code 2024-07-04 10:53:53}. */
  static String time(Instant time) {
    return TIME.format(time);
  }

  /** SHA-512 over the texts as they are sent, in lower-case hex. */
  static String signature(String orderId, String statusCode, String amount, String serverKey) {
    String text = orderId + statusCode + amount + serverKey;
    return HexFormat.of().formatHex(sha512().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
