package id.tixgo.attendance.http.list;

import id.tixgo.common.text.Blanks;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which column of a table is which, by the names in its header line, in any case: {@code Ticket ID}
 * is {@code ticket_id}. Other columns are passed over.
 *
 * @param names as they are known here
 */
record ListColumns(List<String> names) {
  static final String TICKET_ID = "ticket_id";
  static final String GATES = "gates";
  private static final List<String> KNOWN = List.of(TICKET_ID, "holder_name", "ticket_type", GATES);
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");
  private static final Pattern BETWEEN_GATES = Pattern.compile("[;|]");

  /** Fails with {@code VALIDATION_ERROR} when a column is missing or there twice. */
  static ListColumns of(Place place, List<String> header) {
    List<String> names = header.stream().map(ListColumns::name).toList();
    ListErrors errors = new ListErrors();
    if (!names.contains(TICKET_ID)) {
      errors.add(place.error("missing_column", "names no column " + TICKET_ID, TICKET_ID, null));
    }
    KNOWN.stream()
        .filter(name -> names.indexOf(name) < names.lastIndexOf(name))
        .map(
            name ->
                place.error("duplicate_column", "names the column " + name + " twice", name, null))
        .forEach(errors::add);
    errors.expectNone();
    return new ListColumns(names);
  }

  static boolean isTicketId(String header) {
    return name(header).equals(TICKET_ID);
  }

  private static String name(String header) {
    return BETWEEN_WORDS.matcher(Blanks.cut(header)).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  ListedTickets.Row row(List<String> cells) {
    return new ListedTickets.Row(
        cell(TICKET_ID, cells),
        cell("holder_name", cells),
        cell("ticket_type", cells),
        gates(cell(GATES, cells)));
  }

  /** The cells that stand under no name. */
  Stream<String> beyond(List<String> cells) {
    return cells.stream().skip(names.size()).filter(cell -> !Blanks.cut(cell).isEmpty());
  }

  /** Empty when there is no such column, or the line ends before it. */
  private String cell(String name, List<String> cells) {
    return IntStream.of(names.indexOf(name))
        .filter(column -> column >= 0 && column < cells.size())
        .mapToObj(cells::get)
        .findFirst()
        .orElse("");
  }

  private static List<String> gates(String cell) {
    return BETWEEN_GATES.splitAsStream(cell).filter(gate -> !Blanks.cut(gate).isEmpty()).toList();
  }
}
