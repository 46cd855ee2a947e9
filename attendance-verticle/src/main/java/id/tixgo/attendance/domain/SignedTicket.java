package id.tixgo.attendance.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The text of a sold ticket's QR code, whose signature says that the ticket was sold for an event
 * (docs/ticket-qr.md).
 *
 * @param head all that is signed but the event
 * @param kid the key's name
 * @param signature in base32
 */
public record SignedTicket(String head, String kid, String signature) {
  private static final String ALGORITHM = "Ed25519";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  /** What comes before the 32 bytes in the key's X.509 form (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  public SignedTicket {
    requireNonNull(head);
    requireNonNull(kid);
    requireNonNull(signature);
  }

  /** Empty when the text is that of no signed ticket. */
  public static Optional<SignedTicket> of(String text) {
    return TicketCode.signed(text)
        .map(
            whole -> {
              int end = whole.lastIndexOf(':');
              String kid = whole.split(":", -1)[1];
              return new SignedTicket(whole.substring(0, end), kid, whole.substring(end + 1));
            });
  }

  /** Whether one of the keys has signed it for the event; takes part of a millisecond. */
  public boolean isGenuine(String eventId, List<TicketKey> keys) {
    return keys.stream()
        .filter(key -> key.kid().equals(kid) && key.alg().equals(ALGORITHM))
        .anyMatch(key -> isSignedBy(key, (head + '\n' + eventId).getBytes(UTF_8)));
  }

  private boolean isSignedBy(TicketKey key, byte[] message) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(publicKey(key));
      check.update(message);
      return check.verify(bytes(signature));
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      return false;
    }
  }

  private static PublicKey publicKey(TicketKey key) throws GeneralSecurityException {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    encoded.writeBytes(X509);
    encoded.writeBytes(Base64.getUrlDecoder().decode(key.publicKey()));
    return KeyFactory.getInstance(ALGORITHM)
        .generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
  }

  /** RFC 4648, section 6; bits that fill no byte are left out. */
  private static byte[] bytes(String base32) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < base32.length(); i++) {
      buffer = ((buffer << BITS) | BASE32.indexOf(base32.charAt(i))) & 0xfff;
      bits += BITS;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes.write(buffer >> bits);
      }
    }
    return bytes.toByteArray();
  }
}
