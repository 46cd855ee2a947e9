package id.tixgo.attendance.http;

import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.Staff;
import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.common.text.Blanks;
import java.time.Instant;
import java.util.Optional;

/** What {@code POST /checkins} takes; null where the client says nothing. */
record CheckInBody(
    String eventId, String ticketId, String gate, String deviceId, String direction) {
  private static final int LONGEST_ID = 128;
  private static final int LONGEST_NAME = 64;

  /** Fails with {@code VALIDATION_ERROR} when {@code ticketId} is no code. */
  Scan toScan(Staff staff, Instant at, Optional<String> key) {
    Direction way = direction == null ? Direction.IN : Direction.of(direction);
    String code = TicketCode.require("body.ticket_id", ticketId);
    return new Scan(
        eventId, code, Blanks.cut(orEmpty(gate)), orEmpty(deviceId), way, staff, at, key);
  }

  /** Whether this is surely within the contract's schema; the schema may allow more. */
  boolean isPlain() {
    return isPlain(eventId, LONGEST_ID)
        && isPlain(ticketId, LONGEST_ID)
        && (gate == null || isPlain(gate, LONGEST_NAME))
        && (deviceId == null || isPlain(deviceId, LONGEST_NAME))
        && (direction == null || direction.equals("in") || direction.equals("out"));
  }

  /** Printable ASCII, which every id at a door is. */
  private static boolean isPlain(String text, int longest) {
    if (text == null || text.isEmpty() || text.length() > longest) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
