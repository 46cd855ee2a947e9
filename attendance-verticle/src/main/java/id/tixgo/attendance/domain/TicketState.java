package id.tixgo.attendance.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** What an event knows of a ticket. */
public final class TicketState implements TicketTrace {
  private static final long[] NO_SEQS = {};

  public static final TicketState NEW = new TicketState(null, null, NO_SEQS);

  private final ScanRecord checkIn;
  private final ScanRecord last;

  /** The first of it are this state's; the rest is room for those that follow it, one by one. */
  private final long[] earlierSeqs;

  private final int earlier;

  /** 0 when nothing is known to have happened. */
  private final long newestSeq;

  private TicketState(ScanRecord checkIn, ScanRecord last, long[] seqs) {
    this(
        checkIn,
        last,
        seqs.length < 2 ? NO_SEQS : seqs,
        Math.max(0, seqs.length - 1),
        seqs.length == 0 ? 0 : seqs[seqs.length - 1]);
  }

  private TicketState(
      ScanRecord checkIn, ScanRecord last, long[] earlierSeqs, int earlier, long newestSeq) {
    this.checkIn = checkIn;
    this.last = last;
    this.earlierSeqs = earlierSeqs;
    this.earlier = earlier;
    this.newestSeq = newestSeq;
  }

  @Override
  public TicketState state() {
    return this;
  }

  /** What is to be kept of it: the least that says the same. */
  public TicketTrace trace() {
    return earlier == 0 && isSeq(checkIn, newestSeq) && isSeq(last, newestSeq) ? checkIn : this;
  }

  /** The earliest scan with which it entered; empty when it hasn't, or that was undone. */
  public Optional<ScanRecord> checkIn() {
    return Optional.ofNullable(checkIn);
  }

  /** The latest scan with which it went through a door. */
  public Optional<ScanRecord> last() {
    return Optional.ofNullable(last);
  }

  /** Of all that happened to it, in order. */
  public List<Long> seqs() {
    return allSeqs().boxed().toList();
  }

  /** Whether it is in now. */
  public boolean inside() {
    return last != null && last.isEntry();
  }

  /** After a scan. */
  public TicketState after(ScanRecord scan) {
    ScanRecord passed = scan.refusal().isEmpty() ? scan : null;
    return with(
        scan.first() ? passed : checkIn,
        passed != null && isLatest(passed) ? passed : last,
        scan.seq());
  }

  /** After its check-in was taken back. */
  public TicketState after(Undo undo) {
    return with(null, null, undo.seq());
  }

  /** After someone looked into a conflict. */
  public TicketState after(Resolution resolution) {
    return with(checkIn, last, resolution.seq());
  }

  /** Whether its state follows from this change. */
  public boolean needs(long seq) {
    return isSeq(checkIn, seq) || isSeq(last, seq);
  }

  /** After some of what happened to it was forgotten. */
  public TicketState without(LongPredicate forgotten) {
    return new TicketState(checkIn, last, allSeqs().filter(forgotten.negate()).toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TicketState state
        && Objects.equals(checkIn, state.checkIn)
        && Objects.equals(last, state.last)
        && newestSeq == state.newestSeq
        && Arrays.equals(earlierSeqs, 0, earlier, state.earlierSeqs, 0, state.earlier);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(newestSeq);
  }

  /** A scan that was made offline may be older than one that is known already. */
  private boolean isLatest(ScanRecord scan) {
    return scan.offline().isEmpty() || last == null || last.isBefore(scan);
  }

  private TicketState with(ScanRecord newCheckIn, ScanRecord newLast, long seq) {
    if (newestSeq == 0) {
      return new TicketState(newCheckIn, newLast, NO_SEQS, 0, seq);
    }
    long[] seqs = earlierSeqs;
    if (earlier == seqs.length) {
      seqs = Arrays.copyOf(seqs, Math.max(1, 2 * earlier));
    }
    seqs[earlier] = newestSeq;
    return new TicketState(newCheckIn, newLast, seqs, earlier + 1, seq);
  }

  private static boolean isSeq(ScanRecord scan, long seq) {
    return scan != null && scan.seq() == seq;
  }

  private LongStream allSeqs() {
    LongStream before = Arrays.stream(earlierSeqs, 0, earlier);
    return newestSeq == 0 ? before : LongStream.concat(before, LongStream.of(newestSeq));
  }
}
