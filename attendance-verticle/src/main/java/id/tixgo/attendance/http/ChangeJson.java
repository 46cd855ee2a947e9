package id.tixgo.attendance.http;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.OfflineInfo;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.Resolution;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Undo;
import java.time.Instant;

/**
 * A change of an event's feed, as clients see it; null where a member has no meaning.
 *
 * @param kind {@code check_in}, {@code check_out}, {@code refusal}, {@code undo} or {@code
 *     conflict_resolved}
 * @param syncedAt when a scan arrived that was made offline
 * @param otherSeq the change that this one is about
 * @param timeFlag why a scan counts at another time than its device said
 * @param deviceTime what its device said then
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
    String reason,
    Instant syncedAt,
    Long otherSeq,
    @JsonInclude(NON_NULL) String timeFlag,
    @JsonInclude(NON_NULL) Instant deviceTime) {
  static ChangeJson of(Change change) {
    if (change instanceof ScanRecord scan) {
      return of(scan);
    }
    return change instanceof Undo undo ? of(undo) : of((Resolution) change);
  }

  static String kind(Change change) {
    if (change instanceof ScanRecord scan) {
      String passed = scan.direction() == Direction.IN ? "check_in" : "check_out";
      return scan.refusal().isPresent() ? "refusal" : passed;
    }
    return change instanceof Undo ? "undo" : "conflict_resolved";
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
        null,
        scan.offline().map(OfflineInfo::syncedAt).orElse(null),
        scan.offline().flatMap(OfflineInfo::other).orElse(null),
        RecordJson.timeFlag(scan),
        RecordJson.deviceTime(scan));
  }

  private static ChangeJson of(Undo undo) {
    return of(undo, undo.reason(), undo.undoneSeq());
  }

  private static ChangeJson of(Resolution resolution) {
    return of(resolution, resolution.note(), resolution.conflict());
  }

  private static ChangeJson of(Change change, String reason, long otherSeq) {
    return new ChangeJson(
        change.seq(),
        kind(change),
        change.eventId(),
        change.ticketId(),
        change.at(),
        change.staff(),
        null,
        null,
        null,
        null,
        reason,
        null,
        otherSeq,
        null,
        null);
  }
}
