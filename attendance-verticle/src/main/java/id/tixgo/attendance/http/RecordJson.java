package id.tixgo.attendance.http;

import id.tixgo.attendance.domain.CheckIn;
import java.time.Instant;

/** A check-in as clients see it. */
record RecordJson(
    String checkinId,
    String eventId,
    String ticketId,
    String checkedInBy,
    Instant checkedInAt,
    String gate,
    String deviceId,
    String direction,
    long seq) {
  static RecordJson of(CheckIn checkIn) {
    return new RecordJson(
        checkIn.id(),
        checkIn.eventId(),
        checkIn.ticketId(),
        checkIn.checkedInBy(),
        checkIn.checkedInAt(),
        nullIfEmpty(checkIn.gate()),
        nullIfEmpty(checkIn.deviceId()),
        "in",
        checkIn.seq());
  }

  private static String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
