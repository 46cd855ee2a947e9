package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

/**
 * A public key that sold tickets are signed with.
 *
 * @param kid the name by which a QR code refers to it
 * @param alg {@code Ed25519}
 * @param publicKey its 32 bytes in base64url
 */
public record TicketKey(String kid, String alg, String publicKey) {
  public TicketKey {
    requireNonNull(kid);
    requireNonNull(alg);
    requireNonNull(publicKey);
  }
}
