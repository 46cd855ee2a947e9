package id.tixgo.ticketing.document;

/** Bytes in the letters and digits that a QR code packs tightest (RFC 4648, 6), without padding. */
final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int left = 0;
    int bits = 0;
    for (byte one : bytes) {
      left = ((left << 8) | (one & 0xFF)) & 0xFFFF;
      for (bits += 8; bits >= BITS; bits -= BITS) {
        text.append(ALPHABET.charAt((left >> (bits - BITS)) & 31));
      }
    }
    return bits == 0
        ? text.toString()
        : text.append(ALPHABET.charAt((left << (BITS - bits)) & 31)).toString();
  }
}
