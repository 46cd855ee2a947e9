package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Arrival;
import id.tixgo.attendance.domain.CheckIns.LateScan;
import id.tixgo.attendance.domain.OfflineInfo;
import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.TicketState;
import id.tixgo.attendance.domain.Undo;
import id.tixgo.common.store.Appender;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes over what a device scanned while it was offline. For transactions. */
final class LateScans {
  private final AttendanceState state;
  private final CurrentDoors doors;

  LateScans(AttendanceState state, CurrentDoors doors) {
    this.state = requireNonNull(state);
    this.doors = requireNonNull(doors);
  }

  /** What came of each is said when all are known: one may be explained by another of them. */
  List<Outcome> merge(List<LateScan> scans, Instant syncedAt, Appender entries) {
    ScanRecord[] kept = new ScanRecord[scans.size()];
    IntStream.range(0, kept.length)
        .boxed()
        .sorted(Comparator.comparing(place -> scans.get(place).scan().at()))
        .forEach(
            place -> kept[place] = merge(scans.get(place), new Arrival(syncedAt, place), entries));
    return Stream.of(kept).map(this::outcome).toList();
  }

  private ScanRecord merge(LateScan late, Arrival arrival, Appender entries) {
    Scan scan = doors.named(late.scan());
    return before(scan, late.nonce())
        .or(() -> before(late.scan(), late.nonce()))
        .orElseGet(() -> keep(made(late.of(scan), arrival), entries));
  }

  private ScanRecord made(LateScan late, Arrival arrival) {
    ScanRecord made = doors.door(late.scan()).merge(late, arrival);
    Optional<Undo> undo =
        made.isEntry() ? state.book(made.eventId()).passages.undoneAfter(made) : Optional.empty();
    return undo.map(made::takenBack).orElse(made);
  }

  /** What the device has sent before, under that name. */
  private Optional<ScanRecord> before(Scan scan, String nonce) {
    return state
        .keys
        .findLate(scan, nonce)
        .map(this::kept)
        .or(() -> state.keys.findUntold(scan, nonce).map(this::kept).filter(isUntold(scan)));
  }

  private ScanRecord kept(IdempotencyKeys.ScanUse use) {
    return (ScanRecord) state.book(use.eventId()).feed.get(use.seq());
  }

  /** A person needn't say which device a request is made with: it may be any of theirs. */
  private static Predicate<ScanRecord> isUntold(Scan scan) {
    return kept -> !kept.device().isTold() && kept.isOf(scan.on(kept.deviceId()));
  }

  private static ScanRecord keep(ScanRecord scan, Appender entries) {
    entries.add(scan);
    return scan;
  }

  private Outcome outcome(ScanRecord kept) {
    EventAggregate book = state.book(kept.eventId());
    TicketState ticket = book.feed.staged(kept.ticketId());
    Optional<ScanRecord> other = ticket.needs(kept.seq()) ? ticket.other(kept) : known(book, kept);
    return new Outcome(kept, other, book.list.staged(kept.ticketId()));
  }

  /** The other one of a scan that was refused, or whose ticket's check-in was taken back since. */
  private static Optional<ScanRecord> known(EventAggregate book, ScanRecord kept) {
    return kept.offline().flatMap(OfflineInfo::other).map(seq -> (ScanRecord) book.feed.get(seq));
  }
}
