package id.tixgo.common.sheet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** {@code Content-Disposition} of a file to keep (RFC 6266). */
final class Attachment {
  private Attachment() {}

  /**
   * Of a name in which every character that a file system or a header may trip over is {@code _}.
   */
  static String named(String name) {
    String safe = name.replaceAll("[^\\p{L}\\p{M}\\p{N}._ -]", "_");
    String ascii = safe.replaceAll("[^A-Za-z0-9._-]", "_");
    String plain = "attachment; filename=\"" + ascii + '"';
    return ascii.equals(safe) ? plain : plain + "; filename*=UTF-8''" + encoded(safe);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
