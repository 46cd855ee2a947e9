package id.tixgo.common.config;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;

/**
 * By what a service knows a request that another service of the house sends, and so believes what
 * it says of its client. Made of {@code SERVICE_TOKEN}, which it doesn't give away; opens nothing.
 */
public record ForwardingProof(String text) {
  /** Begins like the headers that no gateway lets in. */
  public static final String HEADER = "X-Forwarded-Proof";

  public ForwardingProof {
    requireNonNull(text);
  }

  public static ForwardingProof of(ServiceToken service) {
    return new ForwardingProof(service.sign("forwarded inside", new byte[0]));
  }

  /** Takes as long for a nearly right one as for any other. */
  public boolean matches(String given) {
    return MessageDigest.isEqual(text.getBytes(US_ASCII), given.getBytes(US_ASCII));
  }

  /** Without the text. */
  @Override
  public String toString() {
    return "ForwardingProof";
  }
}
