package id.tixgo.simulator.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of MIME as a look at a mail needs. */
final class MimeText {
  private static final Pattern WORD = Pattern.compile("=\\?UTF-8\\?([QB])\\?([^?]*)\\?=\\s*");
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\"\\r\\n;]+)");
  private static final String END_OF_HEAD = "\r\n\r\n";

  private MimeText() {}

  /** A header's value, unfolded and decoded; empty when there is none. */
  static String header(String source, String name) {
    String head = head(source).replaceAll("\r\n[ \t]+", " ");
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, name + ':', 0, name.length() + 1))
        .map(line -> words(line.substring(name.length() + 1).strip()))
        .findFirst()
        .orElse("");
  }

  /** The first part of a media type, decoded; empty when there is none. */
  static String part(String source, String type) {
    String found = header(source, "Content-Type");
    if (found.startsWith(type)) {
      return decoded(body(source), header(source, "Content-Transfer-Encoding"));
    }
    Matcher boundary = BOUNDARY.matcher(found);
    if (!boundary.find()) {
      return "";
    }
    for (String inner : body(source).split("--" + Pattern.quote(boundary.group(1)), -1)) {
      String text = part(inner.replaceFirst("^\r\n", ""), type);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static String head(String source) {
    int end = source.indexOf(END_OF_HEAD);
    return end < 0 ? source : source.substring(0, end);
  }

  private static String body(String source) {
    int end = source.indexOf(END_OF_HEAD);
    return end < 0 ? "" : source.substring(end + END_OF_HEAD.length());
  }

  private static String words(String text) {
    return WORD.matcher(text)
        .replaceAll(
            word ->
                Matcher.quoteReplacement(
                    word.group(1).equals("B")
                        ? base64(word.group(2))
                        : quoted(word.group(2).replace('_', ' '))));
  }

  private static String decoded(String body, String encoding) {
    return switch (encoding) {
      case "base64" -> base64(body);
      case "quoted-printable" -> quoted(body.replace("=\r\n", ""));
      default -> new String(body.getBytes(ISO_8859_1), UTF_8);
    };
  }

  private static String base64(String text) {
    return new String(Base64.getMimeDecoder().decode(text), UTF_8);
  }

  private static String quoted(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      boolean coded = text.charAt(i) == '=' && i + 2 < text.length();
      bytes.write(coded ? Integer.parseInt(text.substring(i + 1, i + 3), 16) : text.charAt(i));
      i += coded ? 2 : 0;
    }
    return bytes.toString(UTF_8);
  }
}
