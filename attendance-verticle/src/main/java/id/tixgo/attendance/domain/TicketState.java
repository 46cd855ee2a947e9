package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an event knows of a ticket that was ever held up.
 *
 * @param checkIn the earliest scan with which it entered; empty when it hasn't, or that was undone
 * @param last the latest scan with which it went through a door
 * @param seqs of all that happened to it
 */
public record TicketState(Optional<ScanRecord> checkIn, Optional<ScanRecord> last, List<Long> seqs)
    implements Shareable {
  public static final TicketState NEW =
      new TicketState(Optional.empty(), Optional.empty(), List.of());

  public TicketState {
    requireNonNull(checkIn);
    requireNonNull(last);
    seqs = List.copyOf(seqs);
  }

  /** Whether it is in now. */
  public boolean inside() {
    return last.map(ScanRecord::isEntry).orElse(false);
  }

  /** After a scan. */
  public TicketState after(ScanRecord scan) {
    Optional<ScanRecord> passed = scan.refusal().isEmpty() ? Optional.of(scan) : Optional.empty();
    return new TicketState(
        scan.first() ? passed : checkIn,
        passed.filter(this::isLatest).or(() -> last),
        plus(scan.seq()));
  }

  /** After its check-in was taken back. */
  public TicketState after(Undo undo) {
    return new TicketState(Optional.empty(), Optional.empty(), plus(undo.seq()));
  }

  /** After someone looked into a conflict. */
  public TicketState after(Resolution resolution) {
    return new TicketState(checkIn, last, plus(resolution.seq()));
  }

  /** Whether its state follows from this change. */
  public boolean needs(long seq) {
    return Stream.of(checkIn, last).flatMap(Optional::stream).anyMatch(scan -> scan.seq() == seq);
  }

  /** After some of what happened to it was forgotten. */
  public TicketState without(Predicate<Long> forgotten) {
    return new TicketState(checkIn, last, seqs.stream().filter(forgotten.negate()).toList());
  }

  /** A scan that was made offline may be older than one that is known already. */
  private boolean isLatest(ScanRecord scan) {
    return scan.offline().isEmpty() || last.map(known -> known.isBefore(scan)).orElse(true);
  }

  private List<Long> plus(long seq) {
    return seqs.isEmpty() ? List.of(seq) : Stream.concat(seqs.stream(), Stream.of(seq)).toList();
  }
}
