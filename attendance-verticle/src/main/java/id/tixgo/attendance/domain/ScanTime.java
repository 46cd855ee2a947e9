package id.tixgo.attendance.domain;

import id.tixgo.attendance.domain.CheckIns.LateScan;
import id.tixgo.common.clients.event.EventFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a scan counts that a device made while it was offline.
 *
 * @param flag why that is another time than the device said
 */
record ScanTime(Instant at, Optional<TimeFlag> flag) {
  private static final Instant BEFORE_ALL_DEVICES = Instant.parse("2000-01-01T00:00:00Z");
  private static final Duration LONGEST_BEFORE = Duration.ofDays(7);

  /**
   * Never later than now. Nobody was let in before the doors: a clock that is known says when else;
   * one that isn't may be wrong by decades, and must not make its scans the first of all. Nor must
   * one that is right now and was set after it had scanned.
   */
  static ScanTime of(LateScan made, Rules rules, Optional<EventFacts> event, Instant now) {
    Instant at = made.scan().at();
    if (at.isAfter(now)) {
      return new ScanTime(now, Optional.of(TimeFlag.CLAMPED));
    }
    Optional<Instant> doors = made.refusal().isPresent() ? Optional.empty() : rules.opensAt();
    boolean early = doors.filter(at::isBefore).isPresent();
    boolean unsure = early && !made.clock().isKnown();
    if (unsure || isImpossible(at, doors, event.map(EventFacts::startTime))) {
      return new ScanTime(now, Optional.of(TimeFlag.ARRIVAL));
    }
    return early
        ? new ScanTime(earlier(doors.orElseThrow(), now), Optional.of(TimeFlag.CLAMPED))
        : new ScanTime(at, Optional.of(TimeFlag.CORRECTED).filter(f -> made.clock().isWrong()));
  }

  private static boolean isImpossible(
      Instant at, Optional<Instant> doors, Optional<Instant> event) {
    return at.isBefore(BEFORE_ALL_DEVICES)
        || doors.filter(time -> isLongBefore(at, time)).isPresent()
        || event.filter(time -> isLongBefore(at, time)).isPresent();
  }

  private static boolean isLongBefore(Instant at, Instant time) {
    return at.isBefore(time.minus(LONGEST_BEFORE));
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
