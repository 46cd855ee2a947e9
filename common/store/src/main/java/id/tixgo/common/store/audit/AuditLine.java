package id.tixgo.common.store.audit;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of an audit chain: {@code {"seq":7,"entry":{…},"hash":"…"}}. What a gathering service
 * takes over from another stands in it as it came: {@code {"seq":8,"of":{"seq":3,…},"hash":"…"}}.
 * The hash is SHA-256, in hexadecimal, of the hash before and of all that stands before {@code
 * ,"hash"}.
 *
 * @param at when it happened
 */
public record AuditLine(long seq, Instant at, String text) implements Shareable {
  static final String ENTRY = "entry";
  static final String OF = "of";
  private static final int HASH = 64;
  private static final String END = ",\"hash\":\"";
  private static final int TAIL = END.length() + HASH + 2;
  private static final Pattern FORM =
      Pattern.compile(
          "\\{\"seq\":(\\d{1,18}),\"(entry|of)\":(\\{.*}),\"hash\":\"[0-9a-f]{64}\"}",
          Pattern.DOTALL);

  public AuditLine {
    requireNonNull(at);
    requireNonNull(text);
  }

  /**
   * The line that follows.
   *
   * @param member {@link #ENTRY} or {@link #OF}
   * @param json of what it says
   */
  static AuditLine after(AuditHead before, String member, String json, Instant at) {
    long seq = before.seq() + 1;
    String body = "{\"seq\":" + seq + ",\"" + member + "\":" + json;
    return new AuditLine(seq, at, body + END + hash(before.hash(), body) + "\"}");
  }

  /** Where a chain ends that ends with it. */
  public AuditHead head() {
    return new AuditHead(seq, at, hash(text));
  }

  /** The number of a line that has the form of one. */
  static Optional<Long> seq(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches() ? Optional.of(Long.valueOf(form.group(1))) : Optional.empty();
  }

  /** What a line took over from another chain; empty when it is the service's own. */
  static Optional<String> adopted(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches() && form.group(2).equals(OF)
        ? Optional.of(form.group(3))
        : Optional.empty();
  }

  /** The hash that stands in a line of that form. */
  static String hash(String text) {
    return text.substring(text.length() - HASH - 2, text.length() - 2);
  }

  /** Whether a line of that form has the hash that it must have after the one before. */
  static boolean isWhole(String text, String before) {
    return hash(text).equals(hash(before, text.substring(0, text.length() - TAIL)));
  }

  private static String hash(String before, String body) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(before.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(sha.digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
