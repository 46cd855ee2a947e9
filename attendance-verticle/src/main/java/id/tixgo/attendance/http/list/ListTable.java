package id.tixgo.attendance.http.list;

import static id.tixgo.attendance.http.list.ListColumns.TICKET_ID;

import id.tixgo.attendance.domain.Ticket;
import id.tixgo.common.text.Blanks;
import java.util.List;
import java.util.regex.Pattern;

/** A ticket list as lines of cells, the first with the names of its columns. */
final class ListTable {
  /** What is left of a long number that a spreadsheet took for one. */
  private static final Pattern ROUNDED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d+");

  private static final Pattern FAILED_FORMULA = Pattern.compile("#(N/A|[A-Z]+[!?]|DIV/0!)");

  private final ListedTickets tickets = new ListedTickets();
  private ListColumns columns;

  /** Takes the next line; one of blanks alone is none. */
  void add(Place place, List<String> cells) {
    if (cells.stream().allMatch(cell -> Blanks.cut(cell).isEmpty())) {
      return;
    }
    if (columns == null) {
      columns = ListColumns.of(place, cells);
    } else if (isFit(place, cells)) {
      tickets.add(place, columns.row(cells));
    }
  }

  boolean isEmpty() {
    return columns == null;
  }

  List<Ticket> tickets() {
    return tickets.all();
  }

  private boolean isFit(Place place, List<String> cells) {
    List<String> beyond = columns.beyond(cells).toList();
    if (!beyond.isEmpty()) {
      String sentence = "has more cells than the header has names";
      tickets.errors.add(place.error("too_many_cells", sentence, null, beyond.get(0)));
      return false;
    }
    return isWhole(place, Blanks.cut(columns.row(cells).ticketId()));
  }

  private boolean isWhole(Place place, String ticketId) {
    if (ROUNDED.matcher(ticketId).matches()) {
      String sentence = "has a ticket_id that a spreadsheet has rounded; make its column text";
      tickets.errors.add(place.error("rounded_number", sentence, TICKET_ID, ticketId));
      return false;
    }
    if (FAILED_FORMULA.matcher(ticketId).matches()) {
      String sentence = "has a failed formula as ticket_id";
      tickets.errors.add(place.error("failed_formula", sentence, TICKET_ID, ticketId));
      return false;
    }
    return true;
  }
}
