package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Who is at the door now, a person or a device.
 *
 * @param id never used twice; the name may be, by another
 * @param since when the account was made; empty for one of before that was kept
 */
public record Staff(long id, String name, Optional<Instant> since) {
  public Staff {
    requireNonNull(name);
    requireNonNull(since);
  }

  /** The number as changes state it. */
  public Optional<Long> number() {
    return Optional.of(id);
  }

  /**
   * Whether a thing belongs to whoever is here that was done under this name and states no number,
   * as all of before there were any. Who had the name then can't be told, but for this: not an
   * account that was made later.
   */
  public boolean ownsUnnumbered(Instant at) {
    return since.map(made -> made.isBefore(at)).orElse(true);
  }
}
