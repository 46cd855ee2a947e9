package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.util.Optional;

/**
 * A ticket that was let in at two devices because one was offline.
 *
 * @param scan the one that showed it
 * @param other the one that was the ticket's check-in until then
 * @param resolution what was found out about it; empty while it is open
 */
public record Conflict(ScanRecord scan, ScanRecord other, Optional<Resolution> resolution)
    implements Shareable {
  public Conflict {
    requireNonNull(scan);
    requireNonNull(other);
    requireNonNull(resolution);
  }

  /** The number of the change that showed it. */
  public long id() {
    return scan.seq();
  }
}
