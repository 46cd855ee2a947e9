package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.ScanRecord;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an event no longer remembers one by one. The numbers are those of all that it ever forgot,
 * so that an entry which comes again changes nothing.
 *
 * @param keys the last change whose {@code Idempotency-Key} or nonce is forgotten
 * @param changes the last change of those that are gone from the feed; at most {@code keys}
 * @param refusalToCount scans among them that were turned away, by why
 * @param deviceToLastSeen when scanners made them last
 * @param lastScanAt when the last of them was made
 */
record RetentionMark(
    String eventId,
    long keys,
    long changes,
    Map<String, Long> refusalToCount,
    Map<String, Instant> deviceToLastSeen,
    Optional<Instant> lastScanAt)
    implements Shareable {
  RetentionMark {
    requireNonNull(eventId);
    refusalToCount = Map.copyOf(refusalToCount);
    deviceToLastSeen = Map.copyOf(deviceToLastSeen);
    requireNonNull(lastScanAt);
  }

  static RetentionMark nothing(String eventId) {
    return new RetentionMark(eventId, 0, 0, Map.of(), Map.of(), Optional.empty());
  }

  /** And keys up to that change. */
  RetentionMark withKeys(long upTo) {
    return new RetentionMark(eventId, upTo, changes, refusalToCount, deviceToLastSeen, lastScanAt);
  }

  /** And changes up to that one, with these scans among them. */
  RetentionMark withChanges(long upTo, Iterable<ScanRecord> scans) {
    Map<String, Long> refusals = new HashMap<>(refusalToCount);
    Map<String, Instant> devices = new HashMap<>(deviceToLastSeen);
    Instant last = lastScanAt.orElse(null);
    for (ScanRecord scan : scans) {
      scan.refusal().ifPresent(why -> refusals.merge(why.name(), 1L, Long::sum));
      devices.merge(scan.deviceId(), scan.at(), Counters::later);
      last = Counters.laterOrFirst(last, scan.at());
    }
    devices.remove("");
    return new RetentionMark(
        eventId, Math.max(keys, upTo), upTo, refusals, devices, Optional.ofNullable(last));
  }
}
