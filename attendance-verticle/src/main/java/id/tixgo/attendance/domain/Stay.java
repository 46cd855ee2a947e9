package id.tixgo.attendance.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A ticket's entries from one on, until it had left and was allowed to return: all but the first
 * let in a ticket that was in. For one thread, and for a moment.
 */
final class Stay {
  private final ScanRecord first;
  private final List<ScanRecord> entries = new ArrayList<>();

  private Stay(ScanRecord first) {
    this.first = first;
  }

  /** Those of a ticket that passed doors so, in the order of time. */
  static List<Stay> of(List<ScanRecord> passages) {
    List<Stay> stays = new ArrayList<>();
    int left = 0;
    for (int i = 0; i < passages.size(); i++) {
      ScanRecord passage = passages.get(i);
      if (!passage.isExit()) {
        if (stays.isEmpty() || isReturn(passage, passages.subList(left, i))) {
          stays.add(new Stay(passage));
        }
        stays.get(stays.size() - 1).entries.add(passage);
        left = i + 1;
      }
    }
    return stays;
  }

  boolean has(ScanRecord entry) {
    return entries.stream().anyMatch(known -> known.seq() == entry.seq());
  }

  /** One for each further device, about its first entry. */
  List<Conflict> conflicts() {
    List<Conflict> conflicts = new ArrayList<>();
    List<ScanDevice> devices = new ArrayList<>(List.of(first.device()));
    for (ScanRecord entry : entries) {
      if (!entry.isMadeLike(first) && devices.stream().noneMatch(entry.device()::is)) {
        devices.add(entry.device());
        if (isMerged(entry)) {
          conflicts.add(new Conflict(entry, first, Optional.empty()));
        }
      }
    }
    return conflicts;
  }

  /**
   * The entry that speaks against one of them: that of the same device before, else the one that it
   * is in conflict with.
   */
  Optional<ScanRecord> other(ScanRecord entry) {
    if (first.seq() == entry.seq()) {
      return conflicts().stream().findFirst().map(Conflict::scan);
    }
    ScanDevice device = entry.device();
    ScanRecord own = entries.stream().filter(e -> e.device().is(device)).findFirst().orElse(entry);
    return Optional.of(own.seq() == entry.seq() ? first : own);
  }

  /** Two that doors let in which knew all are none of ours: stores of before have such. */
  private boolean isMerged(ScanRecord entry) {
    return entry.offline().isPresent() || first.offline().isPresent();
  }

  /**
   * A door lets in again whoever may return. Where it knew of no entry before, it can't have asked:
   * then the rules of the ways out count, which became known later.
   */
  private static boolean isReturn(ScanRecord entry, List<ScanRecord> exits) {
    if (exits.isEmpty() || entry.offline().isPresent()) {
      return !exits.isEmpty() && allowsReturn(entry);
    }
    return !entry.first() || exits.stream().anyMatch(Stay::allowsReturn);
  }

  private static boolean allowsReturn(ScanRecord scan) {
    return scan.offline().map(OfflineInfo::reentry).orElse(false);
  }
}
