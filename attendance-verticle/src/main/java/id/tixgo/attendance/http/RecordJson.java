package id.tixgo.attendance.http;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tixgo.attendance.domain.OfflineInfo;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.TimeFlag;
import java.time.Instant;

/**
 * A scan that was let through, as clients see it.
 *
 * @param timeFlag why it counts at another time than its device said; left out where it doesn't
 * @param deviceTime what its device said then
 * @param unlisted true where its signature let it in; left out where a list did
 */
record RecordJson(
    String checkinId,
    String eventId,
    String ticketId,
    String checkedInBy,
    Instant checkedInAt,
    String gate,
    String deviceId,
    String direction,
    long seq,
    @JsonInclude(NON_NULL) String timeFlag,
    @JsonInclude(NON_NULL) Instant deviceTime,
    @JsonInclude(NON_NULL) Boolean unlisted) {
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
        scan.seq(),
        timeFlag(scan),
        deviceTime(scan),
        scan.offline().filter(OfflineInfo::unlisted).map(OfflineInfo::unlisted).orElse(null));
  }

  static String timeFlag(ScanRecord scan) {
    return scan.offline().flatMap(OfflineInfo::timeFlag).map(TimeFlag::json).orElse(null);
  }

  static Instant deviceTime(ScanRecord scan) {
    return scan.offline().flatMap(OfflineInfo::deviceTime).orElse(null);
  }

  static String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
