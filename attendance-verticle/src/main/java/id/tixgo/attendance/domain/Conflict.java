package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.util.Optional;

/**
 * A ticket that was let in at two devices because one was offline.
 *
 * @param scan the later entry
 * @param other the entry with which the stay began
 * @param resolution what was found out about it; empty while it is open
 */
public record Conflict(ScanRecord scan, ScanRecord other, Optional<Resolution> resolution)
    implements Shareable {
  public Conflict {
    requireNonNull(scan);
    requireNonNull(other);
    requireNonNull(resolution);
  }

  /** The later entry's number. */
  public long id() {
    return scan.seq();
  }

  public boolean isOpen() {
    return resolution.isEmpty();
  }

  /** The same after someone may have looked into it. */
  public Conflict with(Optional<Resolution> found) {
    return new Conflict(scan, other, found);
  }
}
