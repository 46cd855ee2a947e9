package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.common.store.key.RequestKeys;
import java.util.Optional;

/**
 * Scans that come again under their {@code Idempotency-Key}. No answer is kept of them: it is
 * worked out anew from what is. For transactions.
 */
final class KeyedScans {
  private final AttendanceState state;

  KeyedScans(AttendanceState state) {
    this.state = requireNonNull(state);
  }

  /**
   * What came of the scan before; empty for a new one. Fails with {@code KEY_REUSED} when its key
   * stands for something else.
   *
   * @param named the same scan, its ticket as the list spells it now; it may have been otherwise
   */
  Optional<Outcome> again(Scan scan, Scan named) {
    return scan.key().flatMap(key -> again(scan, named, key));
  }

  private Optional<Outcome> again(Scan scan, Scan named, String key) {
    Optional<IdempotencyKeys.ScanUse> use =
        state.keys.find(named, key).or(() -> state.keys.find(scan, key));
    if (use.isEmpty() && isOfAnotherCall(scan, key)) {
      throw RequestKeys.reused();
    }
    return use.map(before -> outcome(scan, named, before));
  }

  private boolean isOfAnotherCall(Scan scan, String key) {
    return state.requestKeys.isUsed(String.valueOf(scan.staff().id()), key, scan.at());
  }

  private Outcome outcome(Scan scan, Scan named, IdempotencyKeys.ScanUse use) {
    EventAggregate book = state.book(use.eventId());
    ScanRecord kept = (ScanRecord) book.feed.get(use.seq());
    if (!kept.isOf(named) && !kept.isOf(scan)) {
      throw RequestKeys.reused();
    }
    Optional<ScanRecord> first = book.feed.checkInBefore(kept.ticketId(), kept.seq());
    return new Outcome(kept, first, book.list.staged(kept.ticketId()), true);
  }
}
