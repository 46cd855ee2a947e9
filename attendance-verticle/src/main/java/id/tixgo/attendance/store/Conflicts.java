package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Conflict;
import id.tixgo.attendance.domain.OfflineInfo;
import id.tixgo.attendance.domain.Resolution;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.TicketState;
import id.tixgo.common.store.StagedMap;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An event's conflicts: those that follow from how its tickets passed, and those that somebody has
 * looked into, also when a scan that came later explains them.
 */
final class Conflicts {
  private final StagedMap<Conflict> idToConflict;
  private final Feed feed;

  Conflicts(StagedMap<Conflict> idToConflict, Feed feed) {
    this.idToConflict = requireNonNull(idToConflict);
    this.feed = requireNonNull(feed);
  }

  Collection<Conflict> all() {
    return idToConflict.values();
  }

  /** For transactions. */
  Optional<Conflict> staged(long id) {
    return idToConflict.staged(String.valueOf(id)).or(() -> ofBefore(id));
  }

  /**
   * For projections. What is scanned at a door that knows all makes no conflict and explains none.
   */
  void apply(Change change, TicketState was, TicketState is) {
    if (change instanceof Resolution resolution) {
      resolve(resolution);
    } else if (change instanceof ScanRecord scan && scan.offline().isPresent()) {
      apply(was.conflicts(), is.conflicts());
    }
  }

  private void apply(List<Conflict> were, List<Conflict> are) {
    were.stream()
        .filter(conflict -> are.stream().noneMatch(c -> c.id() == conflict.id()))
        .flatMap(conflict -> staged(conflict.id()).stream())
        .filter(Conflict::isOpen)
        .forEach(explained -> idToConflict.remove(String.valueOf(explained.id())));
    are.forEach(conflict -> put(conflict.with(resolution(conflict.id()))));
  }

  private Optional<Resolution> resolution(long id) {
    return idToConflict.staged(String.valueOf(id)).flatMap(Conflict::resolution);
  }

  private void resolve(Resolution resolution) {
    Conflict conflict =
        staged(resolution.conflict()).or(() -> told(resolution.conflict())).orElseThrow();
    put(conflict.with(Optional.of(resolution)));
  }

  private void put(Conflict conflict) {
    idToConflict.put(String.valueOf(conflict.id()), conflict);
  }

  /**
   * An earlier version named a conflict after the scan that came last, which may be the one with
   * which the ticket's stay began.
   */
  private Optional<Conflict> ofBefore(long id) {
    return other(id)
        .flatMap(seq -> idToConflict.staged(String.valueOf(seq)))
        .filter(conflict -> conflict.other().seq() == id);
  }

  /** One that an earlier version took for a conflict, when it was looked into. */
  private Optional<Conflict> told(long id) {
    return other(id)
        .filter(seq -> feed.get(seq) instanceof ScanRecord)
        .map(seq -> new Conflict(scan(id), scan(seq), Optional.empty()));
  }

  private Optional<Long> other(long id) {
    return Optional.ofNullable(feed.get(id))
        .filter(ScanRecord.class::isInstance)
        .flatMap(scan -> ((ScanRecord) scan).offline())
        .flatMap(OfflineInfo::other);
  }

  private ScanRecord scan(long seq) {
    return (ScanRecord) feed.get(seq);
  }
}
