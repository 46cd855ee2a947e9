package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a scan was made with. A scanner's token says which it is, whatever it states; a person's may
 * be on several devices, told apart by the label that each states.
 *
 * @param staffId empty in what was kept before there were numbers
 * @param label empty for a scanner
 */
public record ScanDevice(Optional<Long> staffId, String staff, String label) {
  static final Comparator<ScanDevice> ORDER =
      Comparator.comparing((ScanDevice device) -> device.staffId().orElse(0L))
          .thenComparing(ScanDevice::staff)
          .thenComparing(ScanDevice::label);

  public ScanDevice {
    requireNonNull(staffId);
    requireNonNull(staff);
    requireNonNull(label);
  }

  static ScanDevice of(Optional<Long> staffId, String staff, String deviceId) {
    return new ScanDevice(staffId, staff, isScanner(staff) ? "" : deviceId);
  }

  /** Whether a scan's own words tell which device it was: a person may have stated none. */
  public boolean isTold() {
    return isScanner(staff) || !label.isEmpty();
  }

  /** Whether it is the same one, as far as that was kept. */
  boolean is(ScanDevice other) {
    boolean numbered = staffId.isPresent() && other.staffId.isPresent();
    boolean same = numbered ? staffId.equals(other.staffId) : staff.equals(other.staff);
    return same && label.equals(other.label);
  }

  private static boolean isScanner(String staff) {
    return staff.startsWith(Caller.DEVICE);
  }
}
