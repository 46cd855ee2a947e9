package id.tixgo.attendance;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Conflict;
import id.tixgo.attendance.domain.OfflineInfo;
import id.tixgo.attendance.domain.Resolution;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Undo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An event's conflicts, found anew from everything that ever happened there. */
final class RecountedConflicts {
  private final Map<Long, Found> idToFound = new TreeMap<>();
  private final Map<String, List<ScanRecord>> ticketToPassages = new HashMap<>();
  private final Map<String, Map<Long, Found>> ticketToFound = new HashMap<>();
  private final Recount.Undone undone = new Recount.Undone();

  /** One of them, with the numbers of its two scans. */
  record Found(long id, long other, boolean open) {
    static Found of(Conflict conflict) {
      return new Found(conflict.id(), conflict.other().seq(), conflict.isOpen());
    }
  }

  /**
   * @param all in the order of their {@code seq}
   */
  RecountedConflicts(Collection<Change> all) {
    all.forEach(this::take);
  }

  List<Found> found() {
    return List.copyOf(idToFound.values());
  }

  private void take(Change change) {
    if (change instanceof Undo) {
      ticketToPassages.remove(change.ticketId());
      ticketToFound.remove(change.ticketId());
      undone.add(change);
    } else if (change instanceof Resolution resolution) {
      idToFound.computeIfPresent(
          resolution.conflict(), (id, found) -> new Found(id, found.other(), false));
    } else if (change instanceof ScanRecord scan && undone.counts(scan)) {
      take(scan);
    }
  }

  private void take(ScanRecord scan) {
    List<ScanRecord> passages =
        ticketToPassages.computeIfAbsent(scan.ticketId(), id -> new ArrayList<>());
    int place = passages.size();
    while (scan.offline().isPresent()
        && place > 0
        && Recount.ORDER.compare(scan, passages.get(place - 1)) < 0) {
      place--;
    }
    passages.add(place, scan);
    if (scan.offline().isPresent()) {
      settle(scan.ticketId(), of(passages));
    }
  }

  private void settle(String ticket, Map<Long, Found> now) {
    Map<Long, Found> before = ticketToFound.getOrDefault(ticket, Map.of());
    before.keySet().stream()
        .filter(id -> !now.containsKey(id))
        .forEach(id -> idToFound.computeIfPresent(id, (i, f) -> f.open() ? null : f));
    now.forEach(
        (id, found) ->
            idToFound.merge(id, found, (was, is) -> new Found(id, is.other(), was.open())));
    ticketToFound.put(ticket, now);
  }

  private static Map<Long, Found> of(List<ScanRecord> passages) {
    Map<Long, Found> found = new HashMap<>();
    List<ScanRecord> stay = new ArrayList<>();
    boolean left = false;
    boolean mayReturn = false;
    for (ScanRecord passage : passages) {
      boolean allowed = passage.offline().map(OfflineInfo::reentry).orElse(false);
      if (passage.isExit()) {
        left = true;
        mayReturn |= allowed;
        continue;
      }
      boolean fits = passage.offline().isPresent() ? allowed : !passage.first() || mayReturn;
      if (left && fits) {
        stay.clear();
      }
      if (!stay.isEmpty() && isFurther(passage, stay)) {
        found.put(passage.seq(), new Found(passage.seq(), stay.get(0).seq(), true));
      }
      stay.add(passage);
      left = false;
      mayReturn = false;
    }
    return found;
  }

  private static boolean isFurther(ScanRecord entry, List<ScanRecord> stay) {
    return stay.stream().noneMatch(other -> device(other).equals(device(entry)))
        && (entry.offline().isPresent() || stay.get(0).offline().isPresent());
  }

  private static String device(ScanRecord scan) {
    return scan.staffId().orElseThrow() + " " + scan.deviceId();
  }
}
