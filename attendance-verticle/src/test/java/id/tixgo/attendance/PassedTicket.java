package id.tixgo.attendance;

import id.tixgo.attendance.domain.CheckIns.LateScan;
import id.tixgo.attendance.domain.Direction;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** How a ticket went in and out, told by somebody who saw all of it in the order of time. */
final class PassedTicket {
  final Set<String> conflicts = new HashSet<>();
  private final Set<String> devices = new HashSet<>();
  private final boolean reentry;
  private LateScan checkIn;
  private LateScan began;
  private boolean inside;

  /**
   * @param reentry whether it may return
   */
  PassedTicket(boolean reentry) {
    this.reentry = reentry;
  }

  /**
   * By time, device and place in the queue; what tells no time comes last, as it stood there.
   *
   * @param all as they stood
   */
  static Comparator<LateScan> order(Predicate<LateScan> tellsNoTime, List<LateScan> all) {
    return Comparator.<LateScan, Boolean>comparing(tellsNoTime::test)
        .thenComparing(
            (a, b) ->
                tellsNoTime.test(a)
                    ? Integer.compare(all.indexOf(a), all.indexOf(b))
                    : a.scan().at().compareTo(b.scan().at()))
        .thenComparing(late -> late.scan().deviceId())
        .thenComparing(all::indexOf);
  }

  void pass(LateScan late) {
    if (late.scan().direction() == Direction.OUT) {
      inside = false;
      return;
    }
    boolean returns = reentry && !inside;
    inside = true;
    if (checkIn == null || returns) {
      checkIn = checkIn == null ? late : checkIn;
      began = late;
      devices.clear();
    }
    if (devices.add(late.scan().deviceId()) && !late.equals(began)) {
      conflicts.add(began.nonce() + " " + late.nonce());
    }
  }

  Optional<LateScan> checkIn() {
    return Optional.ofNullable(checkIn);
  }

  boolean isInside() {
    return inside;
  }
}
