package id.tixgo.portal.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the web application's page may do in a browser: load from its own origin alone. */
final class PagePolicy {
  /** A script in the page itself, such as its import map. */
  private static final Pattern INLINE =
      Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", Pattern.DOTALL);

  private static final String REST =
      "; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; media-src 'self' blob:;"
          + " font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private PagePolicy() {}

  /** The headers of every file. Scripts in the page run because their hashes are known. */
  static Map<String, String> headers(WebFile index) {
    String html = index.plain().bytes().toString(StandardCharsets.UTF_8);
    String scripts =
        INLINE
            .matcher(html)
            .results()
            .map(script -> " 'sha256-" + sha256(script.group(1)) + "'")
            .collect(Collectors.joining());
    return Map.of(
        "Content-Security-Policy", "default-src 'none'; script-src 'self'" + scripts + REST,
        "Referrer-Policy", "no-referrer",
        "Permissions-Policy", "camera=(self)",
        "Cross-Origin-Opener-Policy", "same-origin",
        "Cross-Origin-Resource-Policy", "same-origin");
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
