package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.OfflineInfo;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanDevice;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Staff;
import id.tixgo.common.scope.RequestKey;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import io.vertx.core.shareddata.Shareable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which scan each {@code Idempotency-Key} stands for, for a day. Each account has keys of its own,
 * by its number.
 */
final class IdempotencyKeys {
  static final Duration KEPT = Duration.ofDays(1);

  private final StagedMap<Use> keyToUse;
  private final StagedMap<Use> nonceToUse;

  /** What a key stands for. */
  record Use(String eventId, long seq, Instant at) implements Shareable {}

  IdempotencyKeys(StagedMaps maps) {
    this.keyToUse = maps.open("attendance.keys");
    this.nonceToUse = maps.open("attendance.nonces");
  }

  /** For projections. */
  void add(ScanRecord scan) {
    if (scan.key().isEmpty() && scan.offline().isEmpty()) {
      return;
    }
    Use use = new Use(scan.eventId(), scan.seq(), arrivedAt(scan));
    nonce(scan).ifPresent(key -> nonceToUse.put(key, use));
    key(scan).ifPresent(key -> addLater(key, use));
  }

  /** A snapshot has one event after the other: an older use may come after a newer one. */
  private void addLater(String key, Use use) {
    if (keyToUse.staged(key).filter(kept -> kept.at().isAfter(use.at())).isEmpty()) {
      keyToUse.put(key, use);
    }
  }

  /** For projections: the scan's key stands for it no longer. */
  void remove(ScanRecord scan) {
    Use use = new Use(scan.eventId(), scan.seq(), arrivedAt(scan));
    nonce(scan).ifPresent(key -> remove(nonceToUse, key, use));
    key(scan).ifPresent(key -> remove(keyToUse, key, use));
  }

  /**
   * For transactions: the scan that the same key stands for, or the device's batch has brought as
   * its nonce; empty when that was more than a day ago.
   */
  Optional<Use> find(Scan scan, String key) {
    return keyToUse
        .staged(join(String.valueOf(scan.staff().id()), key))
        .or(() -> findUnnumbered(scan.staff(), key))
        .or(() -> findLate(scan, key))
        .filter(use -> !isOld(use, scan.at()));
  }

  /** For transactions: whether a check-in has that key. */
  boolean isUsed(RequestKey key) {
    return keyToUse
        .staged(join(key.caller(), key.key()))
        .filter(use -> !isOld(use, key.at()))
        .isPresent();
  }

  private Optional<Use> findUnnumbered(Staff staff, String key) {
    return keyToUse
        .staged(join(unnumbered(staff.name()), key))
        .filter(use -> staff.ownsUnnumbered(use.at()));
  }

  /** For transactions: the scan that a device has sent before. */
  Optional<Use> findLate(Scan scan, String nonce) {
    ScanDevice device = scan.device();
    return nonceToUse
        .staged(late(owner(device), scan, nonce))
        .or(() -> findLateUnnumbered(scan, nonce));
  }

  private Optional<Use> findLateUnnumbered(Scan scan, String nonce) {
    return nonceToUse
        .staged(late(unnumbered(scan.device().staff()), scan, nonce))
        .filter(use -> scan.staff().ownsUnnumbered(use.at()));
  }

  /**
   * For transactions: what that key of the same person stands for, who may not have said on which
   * device; any request of theirs.
   */
  Optional<Use> findUntold(Scan scan, String key) {
    return keyToUse
        .staged(join(String.valueOf(scan.staff().id()), key))
        .or(() -> findUnnumbered(scan.staff(), key));
  }

  private static String late(String owner, Scan scan, String nonce) {
    return late(
        owner,
        scan.device(),
        nonce,
        scan.eventId(),
        scan.ticketId(),
        scan.direction(),
        scan.gate());
  }

  /** All of the scan besides: a device that uses a nonce twice must not lose a scan. */
  private static String late(
      String owner,
      ScanDevice device,
      String nonce,
      String eventId,
      String ticketId,
      Direction direction,
      String gate) {
    String way = direction == Direction.IN ? "" : "<";
    return String.join("\n", owner, device.label(), nonce, eventId, ticketId, way + gate);
  }

  /** When the request came. */
  static Instant arrivedAt(ScanRecord scan) {
    return scan.offline().map(OfflineInfo::syncedAt).orElse(scan.at());
  }

  /** A key that was used again stands for the later scan. */
  private static void remove(StagedMap<Use> uses, String key, Use use) {
    if (uses.staged(key).filter(use::equals).isPresent()) {
      uses.remove(key);
    }
  }

  /**
   * A device whose request was never answered sends the scan again in a batch, its key as nonce.
   */
  private static Optional<String> nonce(ScanRecord scan) {
    return scan.offline()
        .map(OfflineInfo::nonce)
        .or(() -> scan.key().filter(key -> scan.device().isTold()))
        .map(nonce -> late(scan, nonce));
  }

  private static Optional<String> key(ScanRecord scan) {
    return scan.key().map(key -> join(owner(scan.device()), key));
  }

  private static String late(ScanRecord scan, String nonce) {
    ScanDevice device = scan.device();
    return late(
        owner(device),
        device,
        nonce,
        scan.eventId(),
        scan.ticketId(),
        scan.direction(),
        scan.gate());
  }

  private static String owner(ScanDevice device) {
    return device.staffId().map(String::valueOf).orElseGet(() -> unnumbered(device.staff()));
  }

  /** Some names of before are digits, too. */
  private static String unnumbered(String name) {
    return '=' + name;
  }

  private static boolean isOld(Use use, Instant now) {
    return use.at().plus(KEPT).isBefore(now);
  }

  private static String join(String owner, String key) {
    return owner + '\n' + key;
  }
}
