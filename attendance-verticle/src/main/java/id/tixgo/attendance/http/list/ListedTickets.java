package id.tixgo.attendance.http.list;

import static id.tixgo.attendance.http.list.ListColumns.GATES;
import static id.tixgo.attendance.http.list.ListColumns.TICKET_ID;

import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.common.text.Blanks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tickets of an uploaded list, read one by one; each with its code once. */
final class ListedTickets {
  private static final int MOST_TICKETS = 200_000;
  private static final int LONGEST_GATE = 64;

  private final List<Ticket> tickets = new ArrayList<>();
  private final Map<String, Long> codeToNumber = new HashMap<>();
  final ListErrors errors = new ListErrors();

  /** A ticket as the list has it; null where it says nothing. */
  record Row(String ticketId, String holderName, String ticketType, List<String> gates) {
    Row {
      gates = gates == null ? List.of() : gates;
    }
  }

  void add(Place place, Row row) {
    boolean fit = gatesAreFit(place, row.gates());
    Optional<String> code = code(place, row.ticketId());
    if (fit && code.isPresent()) {
      tickets.add(
          new Ticket(
              code.get(),
              text(row.holderName()),
              text(row.ticketType()),
              row.gates().stream().map(Blanks::cut).toList(),
              Optional.empty()));
    }
  }

  /** All of them; fails with what is wrong with any. */
  List<Ticket> all() {
    errors.expectNone();
    return tickets;
  }

  private Optional<String> code(Place place, String text) {
    if (text == null || Blanks.cut(text).isEmpty()) {
      errors.add(place.error("missing_ticket_id", "has no ticket_id", TICKET_ID, null));
      return Optional.empty();
    }
    Optional<String> code = TicketCode.of(text);
    if (code.isEmpty()) {
      errors.add(place.error("bad_ticket_id", "ticket_id " + TicketCode.WANTED, TICKET_ID, text));
    }
    return code.filter(known -> isNew(place, known));
  }

  private boolean isNew(Place place, String code) {
    if (codeToNumber.size() == MOST_TICKETS && !codeToNumber.containsKey(code)) {
      String sentence = "has more than " + MOST_TICKETS + " tickets";
      errors.add(Place.WHOLE.error("too_many_tickets", sentence));
      errors.expectNone();
    }
    Long before = codeToNumber.putIfAbsent(code, place.number());
    if (before != null) {
      String sentence =
          "names " + code + " a second time, after " + new Place(place.kind(), before).loc();
      errors.add(place.error("duplicate_ticket_id", sentence, TICKET_ID, code, before));
    }
    return before == null;
  }

  private boolean gatesAreFit(Place place, List<String> gates) {
    List<String> unfit = gates.stream().filter(gate -> !isGate(gate)).toList();
    String sentence = "gates must have names of 1 to " + LONGEST_GATE + " characters";
    unfit.forEach(gate -> errors.add(place.error("bad_gate", sentence, GATES, gate)));
    return unfit.isEmpty();
  }

  private static boolean isGate(String gate) {
    String name = gate == null ? "" : Blanks.cut(gate);
    return !name.isEmpty()
        && name.length() <= LONGEST_GATE
        && name.chars().noneMatch(Character::isISOControl);
  }

  private static Optional<String> text(String value) {
    return Optional.ofNullable(value).map(Blanks::cut).filter(text -> !text.isEmpty());
  }
}
