package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an event knows of a ticket that was ever held up.
 *
 * @param checkIn the scan with which it entered first; empty when it hasn't, or that was undone
 * @param inside whether it is in now
 * @param seqs of all that happened to it
 */
public record TicketState(Optional<ScanRecord> checkIn, boolean inside, List<Long> seqs)
    implements Shareable {
  public static final TicketState NEW = new TicketState(Optional.empty(), false, List.of());

  public TicketState {
    requireNonNull(checkIn);
    seqs = List.copyOf(seqs);
  }

  /** After a scan. */
  public TicketState after(ScanRecord scan) {
    Optional<ScanRecord> first = scan.first() ? Optional.of(scan) : checkIn;
    return new TicketState(first, scan.isEntry() || (inside && !scan.isExit()), plus(scan.seq()));
  }

  /** After its check-in was taken back. */
  public TicketState after(Undo undo) {
    return new TicketState(Optional.empty(), false, plus(undo.seq()));
  }

  private List<Long> plus(long seq) {
    return seqs.isEmpty() ? List.of(seq) : Stream.concat(seqs.stream(), Stream.of(seq)).toList();
  }
}
