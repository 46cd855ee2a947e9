package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.CheckIns.LateScan;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known besides of a scan that a device made while it was offline.
 *
 * @param nonce the device's own name of the scan
 * @param syncedAt when it arrived
 * @param clamped whether its time is none that its device could have meant
 * @param other the {@code seq} of the entry that it is about: of the first, the one that had been
 *     the ticket's check-in until then; else the other of the same stay
 * @param timeFlag why its time isn't the one that its device said
 * @param deviceTime what its device said, where that is another
 * @param place in its batch, where it counts when it arrived: all of them count at one time
 * @param reentry whether a ticket that had left could enter again; false in what was kept before
 *     that was
 * @param unlisted whether its device let it in by its signature, and had it on no list
 */
public record OfflineInfo(
    String nonce,
    Instant syncedAt,
    boolean clamped,
    Optional<Long> other,
    Optional<TimeFlag> timeFlag,
    Optional<Instant> deviceTime,
    Optional<Integer> place,
    boolean reentry,
    boolean unlisted) {
  private static final Optional<TimeFlag> CLAMPED = Optional.of(TimeFlag.CLAMPED);

  public OfflineInfo {
    requireNonNull(nonce);
    requireNonNull(syncedAt);
    requireNonNull(other);
    timeFlag = requireNonNull(timeFlag).or(() -> clamped ? CLAMPED : Optional.empty());
    requireNonNull(deviceTime);
    requireNonNull(place);
  }

  /** What is known before it is compared with the ticket's other scans. */
  static OfflineInfo of(LateScan made, ScanTime time, Arrival arrival, boolean reentry) {
    return new OfflineInfo(
        made.nonce(),
        arrival.at(),
        !time.at().equals(made.scan().at()),
        Optional.empty(),
        time.flag(),
        time.flag().map(flag -> made.clock().theirs(made.scan().at())),
        time.flag().filter(TimeFlag.ARRIVAL::equals).map(flag -> arrival.place()),
        reentry,
        made.unlisted());
  }

  /** The same about another entry. */
  OfflineInfo about(Optional<Long> entry) {
    return new OfflineInfo(
        nonce, syncedAt, clamped, entry, timeFlag, deviceTime, place, reentry, unlisted);
  }
}
