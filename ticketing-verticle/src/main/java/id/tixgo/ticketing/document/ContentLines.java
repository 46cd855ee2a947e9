package id.tixgo.ticketing.document;

import java.nio.charset.StandardCharsets;

/** Lines as iCalendar has them (RFC 5545, 3.1): none longer than 75 octets, each ended by CRLF. */
final class ContentLines {
  private static final int MOST_OCTETS = 75;
  private static final String LINE_END = "\r\n";

  private final StringBuilder lines = new StringBuilder();

  /** A property whose value is written as it is. */
  ContentLines add(String name, String value) {
    int octets = 0;
    String line = name + ':' + value;
    for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
      String letter = Character.toString(line.codePointAt(i));
      int length = letter.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > MOST_OCTETS) {
        lines.append(LINE_END).append(' ');
        octets = 1;
      }
      lines.append(letter);
      octets += length;
    }
    lines.append(LINE_END);
    return this;
  }

  /** A property whose value is any text (RFC 5545, 3.3.11). */
  ContentLines addText(String name, String text) {
    String escaped =
        text.replaceAll("\\R", "\n")
            .replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
            .replaceAll("([\\\\;,])", "\\\\$1")
            .replace("\n", "\\n");
    return add(name, escaped);
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
