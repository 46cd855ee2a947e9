package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.common.journal.Table;
import id.tixgo.common.journal.Tables;
import io.vertx.core.shareddata.Shareable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which scan each {@code Idempotency-Key} of a member of staff stands for, for a day. */
final class Keys {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int STEP = 1000;

  private final Table<Use> keyToUse;
  private final Table<Use> nonceToUse;

  /** What a key stands for. */
  record Use(String key, String eventId, long seq, Instant at) implements Shareable {}

  Keys(Tables tables) {
    this.keyToUse = tables.open("attendance.keys");
    this.nonceToUse = tables.open("attendance.nonces");
  }

  /** For folds. */
  void add(ScanRecord scan) {
    scan.offline()
        .map(offline -> late(scan.deviceId(), offline.nonce(), scan.eventId(), scan.ticketId()))
        .ifPresent(key -> nonceToUse.put(key, new Use(key, scan.eventId(), scan.seq(), scan.at())));
    scan.key()
        .map(key -> join(scan.staff(), key))
        .ifPresent(key -> keyToUse.put(key, new Use(key, scan.eventId(), scan.seq(), scan.at())));
  }

  /** For decisions; empty for a key that is older than a day. */
  Optional<Use> find(String staff, String key, Instant now) {
    return keyToUse.draft(join(staff, key)).filter(use -> !isOld(use, now));
  }

  /** For decisions: the scan that a device has sent before. */
  Optional<Use> findLate(Scan scan, String nonce) {
    return nonceToUse.draft(late(scan.deviceId(), nonce, scan.eventId(), scan.ticketId()));
  }

  /** The ticket besides: a device that uses a nonce twice must not lose a scan. */
  private static String late(String deviceId, String nonce, String eventId, String ticketId) {
    return String.join("\n", deviceId, nonce, eventId, ticketId);
  }

  /** For decisions: forgets some that are old; how many. */
  int purge(Instant now) {
    List<Use> old = keyToUse.values().stream().filter(use -> isOld(use, now)).limit(STEP).toList();
    old.forEach(use -> keyToUse.remove(use.key()));
    return old.size();
  }

  private static boolean isOld(Use use, Instant now) {
    return use.at().plus(DAY).isBefore(now);
  }

  private static String join(String staff, String key) {
    return staff + '\n' + key;
  }
}
