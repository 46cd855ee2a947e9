package id.tixgo.attendance.domain;

import java.util.List;

/**
 * A page of check-ins, grouped by event, in the order of entry within each. A check-in that was
 * taken back leaves its place empty.
 *
 * @param checkIns those at the places that were looked at
 * @param places how many places the whole list has
 * @param total how many check-ins it has
 */
public record CheckInList(List<ScanRecord> checkIns, long places, long total) {
  public CheckInList {
    checkIns = List.copyOf(checkIns);
  }
}
