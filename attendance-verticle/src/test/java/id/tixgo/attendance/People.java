package id.tixgo.attendance;

import id.tixgo.attendance.domain.Staff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who stands at doors in tests. */
public final class People {
  /** An account of before it was kept when accounts were made. */
  public static final Staff SITI = new Staff(2, "siti", Optional.empty());

  public static final Staff BUDI = new Staff(3, "budi", Optional.of(Instant.EPOCH));

  /** Has Siti's name, since her account was deleted. */
  public static final Staff OTHER_SITI = new Staff(7, "siti", Optional.of(Instant.MAX));

  static final List<Staff> ALL = List.of(SITI, BUDI, OTHER_SITI);

  private People() {}
}
