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
  private static final ScanRecord[] NO_PASSAGES = {};

  public static final TicketState NEW = new TicketState(null, null, NO_PASSAGES, NO_SEQS);

  private final ScanRecord checkIn;
  private final ScanRecord last;

  /** How it went through doors before the last time, in the order of time. */
  private final ScanRecord[] before;

  /** The first of it are this state's; the rest is room for those that follow it, one by one. */
  private final long[] earlierSeqs;

  private final int earlier;

  /** 0 when nothing is known to have happened. */
  private final long newestSeq;

  private TicketState(ScanRecord checkIn, ScanRecord last, ScanRecord[] before, long[] seqs) {
    this(
        checkIn,
        last,
        before,
        seqs.length < 2 ? NO_SEQS : seqs,
        Math.max(0, seqs.length - 1),
        seqs.length == 0 ? 0 : seqs[seqs.length - 1]);
  }

  private TicketState(
      ScanRecord checkIn,
      ScanRecord last,
      ScanRecord[] before,
      long[] earlierSeqs,
      int earlier,
      long newestSeq) {
    this.checkIn = checkIn;
    this.last = last;
    this.before = before;
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
    boolean single = earlier == 0 && before.length == 0;
    return single && isSeq(checkIn, newestSeq) && isSeq(last, newestSeq) ? checkIn : this;
  }

  /** The earliest scan with which it entered; empty when it hasn't, or that was undone. */
  public Optional<ScanRecord> checkIn() {
    return Optional.ofNullable(checkIn);
  }

  /** The latest scan with which it went through a door. */
  public Optional<ScanRecord> last() {
    return Optional.ofNullable(last);
  }

  /** The entries that let in a ticket which was in, as far as is known now; all of them open. */
  public List<Conflict> conflicts() {
    return stays().stream().flatMap(stay -> stay.conflicts().stream()).toList();
  }

  /** The entry that speaks against one of its own: the ticket had been let in with it already. */
  public Optional<ScanRecord> other(ScanRecord entry) {
    return stays().stream()
        .filter(stay -> stay.has(entry))
        .findAny()
        .flatMap(stay -> stay.other(entry));
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
    if (scan.refusal().isPresent()) {
      return besides(scan);
    }
    ScanRecord newCheckIn = scan.first() ? scan : checkIn;
    if (last == null) {
      return with(newCheckIn, scan, before, scan.seq());
    }
    return isLatest(scan)
        ? with(newCheckIn, scan, before(before.length, last), scan.seq())
        : with(newCheckIn, last, before(place(scan), scan), scan.seq());
  }

  /** After its check-in was taken back: what comes then is another story. */
  public TicketState after(Undo undo) {
    return with(null, null, NO_PASSAGES, undo.seq());
  }

  /** After something by which it didn't enter or leave, such as someone resolved a conflict. */
  public TicketState besides(Change change) {
    return with(checkIn, last, before, change.seq());
  }

  /** Whether its state follows from this change. */
  public boolean needs(long seq) {
    return isSeq(last, seq) || Arrays.stream(before).anyMatch(passed -> passed.seq() == seq);
  }

  /** After some of what happened to it was forgotten. */
  public TicketState without(LongPredicate forgotten) {
    return new TicketState(checkIn, last, before, allSeqs().filter(forgotten.negate()).toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TicketState state
        && Objects.equals(checkIn, state.checkIn)
        && Objects.equals(last, state.last)
        && newestSeq == state.newestSeq
        && Arrays.equals(before, state.before)
        && Arrays.equals(earlierSeqs, 0, earlier, state.earlierSeqs, 0, state.earlier);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(newestSeq);
  }

  /** A scan that was made offline may be older than one that is known already. */
  private boolean isLatest(ScanRecord scan) {
    return scan.offline().isEmpty() || last.isBefore(scan);
  }

  /** Where it comes among those before the last one. */
  private int place(ScanRecord scan) {
    int place = before.length;
    while (place > 0 && scan.isBefore(before[place - 1])) {
      place--;
    }
    return place;
  }

  private ScanRecord[] before(int place, ScanRecord passage) {
    ScanRecord[] more = Arrays.copyOf(before, before.length + 1);
    System.arraycopy(before, place, more, place + 1, before.length - place);
    more[place] = passage;
    return more;
  }

  /** Those of one that passed once are of no interest. */
  private List<Stay> stays() {
    if (before.length == 0) {
      return List.of();
    }
    ScanRecord[] passages = Arrays.copyOf(before, before.length + 1);
    passages[before.length] = last;
    return Stay.of(Arrays.asList(passages));
  }

  private TicketState with(
      ScanRecord newCheckIn, ScanRecord newLast, ScanRecord[] newBefore, long seq) {
    if (newestSeq == 0) {
      return new TicketState(newCheckIn, newLast, newBefore, NO_SEQS, 0, seq);
    }
    long[] seqs = earlierSeqs;
    if (earlier == seqs.length) {
      seqs = Arrays.copyOf(seqs, Math.max(1, 2 * earlier));
    }
    seqs[earlier] = newestSeq;
    return new TicketState(newCheckIn, newLast, newBefore, seqs, earlier + 1, seq);
  }

  private static boolean isSeq(ScanRecord scan, long seq) {
    return scan != null && scan.seq() == seq;
  }

  private LongStream allSeqs() {
    LongStream before = Arrays.stream(earlierSeqs, 0, earlier);
    return newestSeq == 0 ? before : LongStream.concat(before, LongStream.of(newestSeq));
  }
}
