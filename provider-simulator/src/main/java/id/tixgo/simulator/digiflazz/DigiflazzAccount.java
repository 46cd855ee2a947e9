package id.tixgo.simulator.digiflazz;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The merchant's account: what he signs with, and what he is told with.
 *
 * @param webhookSecret what callbacks are signed with
 * @param webhookUrl where they go
 */
public record DigiflazzAccount(
    String username, String apiKey, String webhookSecret, String webhookUrl) {
  private static final String HMAC = "HmacSHA1";

  public DigiflazzAccount {
    requireNonNull(username);
    requireNonNull(apiKey);
    requireNonNull(webhookSecret);
    requireNonNull(webhookUrl);
  }

  /** What {@code sign} has to be in a request about this. */
  String sign(String about) {
    byte[] signed = (username + apiKey + about).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code X-Hub-Signature} of a callback. */
  String signature(String body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(webhookSecret.getBytes(StandardCharsets.UTF_8), HMAC));
      byte[] digest = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
      return "sha1=" + HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
