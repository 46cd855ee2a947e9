package id.tixgo.attendance.http;

import id.tixgo.attendance.domain.ScanRecord;
import java.time.Instant;

/** A scan that was let through, as clients see it. */
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
  static RecordJson of(ScanRecord scan) {
    return new RecordJson(
        scan.id(),
        scan.eventId(),
        scan.ticketId(),
        scan.staff(),
        scan.at(),
        nullIfEmpty(scan.gate()),
        nullIfEmpty(scan.deviceId()),
        scan.direction().json(),
        scan.seq());
  }

  static String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
