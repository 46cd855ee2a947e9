package id.tixgo.common.http;

import io.vertx.ext.web.MIMEHeader;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What an {@code Accept} header asks for (RFC 9110, 12.5.1). */
final class Accept {
  private static final Comparator<MIMEHeader> BY_SPECIFICITY =
      Comparator.comparingInt(Accept::specificity);
  private static final Comparator<MIMEHeader> BY_WISH =
      Comparator.comparing(MIMEHeader::weight).thenComparing(BY_SPECIFICITY);

  private Accept() {}

  private record Match(String type, MIMEHeader range) {}

  /** The most wanted of these types, the first of equals; empty when none of them is wanted. */
  static Optional<String> best(List<MIMEHeader> ranges, List<String> types) {
    return types.stream()
        .flatMap(type -> range(ranges, type).map(range -> new Match(type, range)).stream())
        .filter(match -> match.range().weight() > 0)
        .max(Comparator.comparing(Match::range, BY_WISH))
        .map(Match::type);
  }

  /** What the header says of a type: its most specific range that the type is in. */
  private static Optional<MIMEHeader> range(List<MIMEHeader> ranges, String type) {
    return ranges.stream().filter(range -> isIn(range, type)).max(BY_SPECIFICITY);
  }

  private static boolean isIn(MIMEHeader range, String type) {
    String[] parts = type.split("/", -1);
    return (range.component().equals("*") || range.component().equalsIgnoreCase(parts[0]))
        && (range.subComponent().equals("*") || range.subComponent().equalsIgnoreCase(parts[1]));
  }

  private static int specificity(MIMEHeader range) {
    return (range.component().equals("*") ? 0 : 1) + (range.subComponent().equals("*") ? 0 : 1);
  }
}
