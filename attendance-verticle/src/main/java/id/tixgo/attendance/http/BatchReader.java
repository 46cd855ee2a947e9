package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.DeviceClock;
import id.tixgo.attendance.domain.Staff;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads a batch: its envelope must be right, a scan that isn't is one that can't be taken. */
final class BatchReader {
  private static final int MOST_SCANS = 5000;
  private static final String ENVELOPE = "must be an object with device_id and scans";

  private final String deviceId;
  private final Staff staff;
  private final DeviceClock clock;

  private BatchReader(String deviceId, Staff staff, DeviceClock clock) {
    this.deviceId = requireNonNull(deviceId);
    this.staff = requireNonNull(staff);
    this.clock = requireNonNull(clock);
  }

  /** Fails with {@code VALIDATION_ERROR} or {@code MALFORMED_JSON}. */
  static List<BatchScan> read(Buffer json, Staff staff, Instant now) {
    if (!(Json.decodeValue(json) instanceof JsonObject batch)) {
      throw Problem.invalid("body", ENVELOPE, "type");
    }
    BatchReader reader = new BatchReader(deviceId(batch), staff, clock(batch, now));
    return reader.read(scans(batch));
  }

  private List<BatchScan> read(JsonArray scans) {
    return IntStream.range(0, scans.size())
        .mapToObj(i -> BatchScan.read(i, scans.getValue(i), deviceId, staff, clock))
        .toList();
  }

  private static String deviceId(JsonObject batch) {
    if (batch.getValue("device_id") instanceof String id && BatchScan.isFit(id)) {
      return id;
    }
    throw Problem.invalid("body.device_id", BatchScan.WANTED, "required");
  }

  private static JsonArray scans(JsonObject batch) {
    if (batch.getValue("scans") instanceof JsonArray scans && scans.size() <= MOST_SCANS) {
      return scans;
    }
    throw Problem.invalid("body.scans", "must be a list of up to " + MOST_SCANS, "maxItems");
  }

  private static DeviceClock clock(JsonObject batch, Instant now) {
    Object sentAt = batch.getValue("sent_at");
    if (sentAt == null) {
      return DeviceClock.UNKNOWN;
    }
    return Optional.of(sentAt)
        .filter(String.class::isInstance)
        .flatMap(text -> Timestamps.parse((String) text))
        .map(time -> DeviceClock.of(time, now))
        .orElseThrow(() -> Problem.invalid("body.sent_at", Timestamps.WANTED, "format"));
  }
}
