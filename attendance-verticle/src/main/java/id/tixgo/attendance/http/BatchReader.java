package id.tixgo.attendance.http;

import id.tixgo.attendance.domain.Doors.LateScan;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.Staff;
import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.Violation;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a batch of scans, whole or not at all; errors name the scan. */
final class BatchReader {
  private static final int MOST_SCANS = 5000;
  private static final int MOST_ERRORS = 20;
  private static final int LONGEST = 128;
  private static final int LONGEST_GATE = 64;

  private record Row(
      String nonce,
      String eventId,
      String ticketId,
      String scannedAt,
      String gate,
      String direction,
      String code) {
    Optional<String> wrong() {
      if (isUnfit(nonce) || isUnfit(eventId)) {
        return Optional.of("needs nonce and event_id of 1 to 128 printable characters");
      }
      if (ticketId == null || TicketCode.of(ticketId).isEmpty()) {
        return Optional.of("ticket_id " + TicketCode.WANTED);
      }
      if (time().isEmpty()) {
        return Optional.of("scanned_at " + Timestamps.WANTED);
      }
      if (gate != null && gate.length() > LONGEST_GATE) {
        return Optional.of("gate must have at most " + LONGEST_GATE + " characters");
      }
      if (direction != null && !direction.equals("in") && !direction.equals("out")) {
        return Optional.of("direction must be in or out");
      }
      boolean known = code == null || refusal().isPresent();
      return known ? Optional.empty() : Optional.of("code must be that of a refusal");
    }

    private Optional<Refusal> refusal() {
      return Stream.of(Refusal.values()).filter(refusal -> refusal.name().equals(code)).findAny();
    }

    private Optional<Instant> time() {
      return Optional.ofNullable(scannedAt).flatMap(Timestamps::parse);
    }

    LateScan toScan(String deviceId, Staff staff) {
      CheckInBody body = new CheckInBody(eventId, ticketId, gate, deviceId, direction);
      Scan scan = body.toScan(staff, time().orElseThrow(), Optional.empty());
      return new LateScan(nonce, scan, refusal());
    }
  }

  private record Batch(String deviceId, List<Row> scans) {}

  private BatchReader() {}

  /** Fails with {@code VALIDATION_ERROR} or {@code MALFORMED_JSON}. */
  static List<LateScan> read(Buffer json, Staff staff) {
    Batch batch = Json.decodeValue(json, Batch.class);
    if (batch == null || isUnfit(batch.deviceId())) {
      throw Problem.invalid("body.device_id", "must be 1 to 128 printable characters", "required");
    }
    if (batch.scans() == null || batch.scans().size() > MOST_SCANS) {
      throw Problem.invalid("body.scans", "must be a list of up to " + MOST_SCANS, "maxItems");
    }
    expectFit(batch.scans());
    return batch.scans().stream().map(row -> row.toScan(batch.deviceId(), staff)).toList();
  }

  private static void expectFit(List<Row> rows) {
    List<Violation> errors = new ArrayList<>();
    for (int i = 0; i < rows.size() && errors.size() < MOST_ERRORS; i++) {
      String place = "body.scans[" + i + "]";
      Optional.ofNullable(rows.get(i))
          .map(Row::wrong)
          .orElse(Optional.of("is null"))
          .ifPresent(why -> errors.add(new Violation(place, why, "scan")));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  private static boolean isUnfit(String text) {
    return text == null
        || text.isEmpty()
        || text.length() > LONGEST
        || text.chars().anyMatch(c -> c < 32 || c == 127);
  }
}
