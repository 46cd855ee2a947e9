package id.tixgo.payment.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.util.Base64;

/** A key or token of an account at a gateway. */
public record GatewaySecret(String value) {
  public GatewaySecret {
    requireNonNull(value);
  }

  /** Takes as long for a nearly right one as for any other. */
  boolean matches(String given) {
    return MessageDigest.isEqual(value.getBytes(UTF_8), given.getBytes(UTF_8));
  }

  /** What gateways want as {@code Authorization}: the key as a user without a password. */
  String basic() {
    return "Basic " + Base64.getEncoder().encodeToString((value + ':').getBytes(UTF_8));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "GatewaySecret";
  }
}
