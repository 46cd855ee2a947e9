package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What came of a scan.
 *
 * @param scan what is kept of it
 * @param first the entry with which the ticket was in already, for one that was refused or is one
 *     too many
 * @param ticket the ticket on the event's list
 * @param again whether it is what came of the same request before: nothing more was done
 */
public record Outcome(
    ScanRecord scan, Optional<ScanRecord> first, Optional<Ticket> ticket, boolean again) {
  public Outcome(ScanRecord scan, Optional<ScanRecord> first, Optional<Ticket> ticket) {
    this(scan, first, ticket, false);
  }

  public Outcome {
    requireNonNull(scan);
    requireNonNull(first);
    requireNonNull(ticket);
  }

  /** The same as the event's change with that number. */
  public Outcome numbered(long seq) {
    return new Outcome(scan.numbered(seq), first, ticket);
  }
}
