package id.tixgo.attendance.http;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Undo;
import java.time.Instant;

/**
 * A change of an event's feed, as clients see it; null where a member has no meaning.
 *
 * @param kind {@code check_in}, {@code check_out}, {@code refusal} or {@code undo}
 */
record ChangeJson(
    long seq,
    String kind,
    String eventId,
    String ticketId,
    Instant at,
    String staff,
    String gate,
    String deviceId,
    String direction,
    String code,
    String reason) {
  static ChangeJson of(Change change) {
    return change instanceof ScanRecord scan ? of(scan) : of((Undo) change);
  }

  static String kind(Change change) {
    if (change instanceof ScanRecord scan) {
      String passed = scan.direction() == Direction.IN ? "check_in" : "check_out";
      return scan.refusal().isPresent() ? "refusal" : passed;
    }
    return "undo";
  }

  private static ChangeJson of(ScanRecord scan) {
    return new ChangeJson(
        scan.seq(),
        kind(scan),
        scan.eventId(),
        scan.ticketId(),
        scan.at(),
        scan.staff(),
        RecordJson.nullIfEmpty(scan.gate()),
        RecordJson.nullIfEmpty(scan.deviceId()),
        scan.direction().json(),
        scan.refusal().map(Refusal::name).orElse(null),
        null);
  }

  private static ChangeJson of(Undo undo) {
    return new ChangeJson(
        undo.seq(),
        kind(undo),
        undo.eventId(),
        undo.ticketId(),
        undo.at(),
        undo.staff(),
        null,
        null,
        null,
        null,
        undo.reason());
  }
}
