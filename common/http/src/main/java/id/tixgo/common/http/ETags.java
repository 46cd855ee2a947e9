package id.tixgo.common.http;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** Entity tags and the conditions on them (RFC 9110, 8.8.3 and 13.1). */
public final class ETags {
  private ETags() {}

  /** The tag of a representation: its length and checksum. */
  public static String of(Buffer body) {
    CRC32C checksum = new CRC32C();
    checksum.update(body.getBytes());
    return '"'
        + Integer.toString(body.length(), 36)
        + '-'
        + Long.toString(checksum.getValue(), 36)
        + '"';
  }

  /** Whether a list of tags, as in {@code If-None-Match} or {@code If-Match}, names this one. */
  public static boolean names(Optional<String> condition, String tag) {
    return condition.map(tags -> tags.strip().equals("*") || isAmong(tags, tag)).orElse(false);
  }

  private static boolean isAmong(String tags, String tag) {
    return Stream.of(tags.split(",")).map(ETags::strong).anyMatch(tag::equals);
  }

  private static String strong(String tag) {
    String stripped = tag.strip();
    return stripped.startsWith("W/") ? stripped.substring(2) : stripped;
  }
}
