package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.OfflineInfo;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanDevice;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Staff;
import id.tixgo.common.scope.RequestKey;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.key.UsedKeys;
import java.time.Instant;
import java.util.Optional;

/**
 * Which scan each {@code Idempotency-Key} stands for, for a day. Each account has keys of its own,
 * by its number.
 */
final class IdempotencyKeys {
  private final UsedKeys<ScanUse> keys;
  private final UsedKeys<ScanUse> nonces;

  /** The scan that a key stands for. */
  record ScanUse(String eventId, long seq, Instant at) implements UsedKeys.Use {}

  IdempotencyKeys(StagedMaps maps) {
    this.keys = new UsedKeys<>(maps, "attendance.keys");
    this.nonces = new UsedKeys<>(maps, "attendance.nonces");
  }

  /** For projections. */
  void add(ScanRecord scan) {
    if (scan.key().isEmpty() && scan.offline().isEmpty()) {
      return;
    }
    ScanUse use = use(scan);
    nonce(scan).ifPresent(key -> nonces.put(key, use));
    key(scan).ifPresent(key -> keys.put(key, use));
  }

  /** For projections: the scan's key stands for it no longer. */
  void remove(ScanRecord scan) {
    ScanUse use = use(scan);
    nonce(scan).ifPresent(key -> nonces.remove(key, use));
    key(scan).ifPresent(key -> keys.remove(key, use));
  }

  private static ScanUse use(ScanRecord scan) {
    return new ScanUse(scan.eventId(), scan.seq(), arrivedAt(scan));
  }

  /**
   * For transactions: the scan that the same key stands for, or the device's batch has brought as
   * its nonce; empty when that was more than a day ago.
   */
  Optional<ScanUse> find(Scan scan, String key) {
    return findUntold(scan, key)
        .or(() -> findLate(scan, key))
        .filter(use -> !use.isOver(scan.at()));
  }

  /** For transactions: whether a check-in has that key. */
  boolean isUsed(RequestKey key) {
    return keys.find(UsedKeys.of(key.caller(), key.key()), key.at()).isPresent();
  }

  private Optional<ScanUse> findUnnumbered(Staff staff, String key) {
    return keys.kept(UsedKeys.of(unnumbered(staff.name()), key))
        .filter(use -> staff.ownsUnnumbered(use.at()));
  }

  /** For transactions: the scan that a device has sent before. */
  Optional<ScanUse> findLate(Scan scan, String nonce) {
    ScanDevice device = scan.device();
    return nonces.kept(late(owner(device), scan, nonce)).or(() -> findLateUnnumbered(scan, nonce));
  }

  private Optional<ScanUse> findLateUnnumbered(Scan scan, String nonce) {
    return nonces
        .kept(late(unnumbered(scan.device().staff()), scan, nonce))
        .filter(use -> scan.staff().ownsUnnumbered(use.at()));
  }

  /**
   * For transactions: what that key of the same person stands for, who may not have said on which
   * device; any request of theirs.
   */
  Optional<ScanUse> findUntold(Scan scan, String key) {
    return keys.kept(UsedKeys.of(String.valueOf(scan.staff().id()), key))
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
    return scan.key().map(key -> UsedKeys.of(owner(scan.device()), key));
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
}
