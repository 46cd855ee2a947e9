package id.tixgo.common.store.wal;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A place in a segment where no whole frame stands. Zeros are room for the next one. When the power
 * was cut in the middle of a write, its end is missing or a sector of it is still zero, and nothing
 * that was stored later follows. All else is damage. A running process may fill it at any moment,
 * so all is judged by the bytes of one look.
 */
final class TornWriteCheck {
  private static final int SECTOR = 512;

  private final byte[] rest;
  private final long at;
  private final Optional<Long> last;

  /**
   * @param rest all bytes of the file from there on
   * @param at the first byte after the last whole frame
   * @param last the last whole frame's batch; empty where there is none before
   */
  TornWriteCheck(byte[] rest, long at, Optional<Long> last) {
    this.rest = requireNonNull(rest);
    this.at = at;
    this.last = requireNonNull(last);
  }

  /** Whether nothing was ever written there. */
  boolean isPreallocated() {
    return isZero(0, rest.length);
  }

  /** Whether a whole frame stands there now: a write that was going on has ended. */
  boolean isFilled() {
    return rest.length >= Frame.BYTES
        && Frame.parse(rest, 0).filter(frame -> isWhole(frame)).isPresent();
  }

  private boolean isWhole(Frame frame) {
    int end = Frame.BYTES + frame.length();
    return rest.length >= end && frame.holds(Arrays.copyOfRange(rest, Frame.BYTES, end));
  }

  /** Whether something that was stored has been lost. */
  boolean isDamaged() {
    if (isPreallocated() || isFilled()) {
      return false;
    }
    return !isCutOff() || wasStored(laterFrames());
  }

  /** Whether what belongs here was on the disk when one of those was written. */
  private boolean wasStored(List<Frame> later) {
    long missing = later.stream().findFirst().map(f -> f.batch() - 1).orElse(0L);
    long first = last.map(batch -> batch + 1).orElse(missing);
    return later.stream().anyMatch(frame -> frame.batch() - frame.unsynced() > first);
  }

  private List<Frame> laterFrames() {
    List<Frame> later = new ArrayList<>();
    int start = 1;
    while (start <= rest.length - Frame.BYTES) {
      Optional<Frame> frame = Frame.parse(rest, start).filter(this::isLater);
      frame.ifPresent(later::add);
      start += frame.map(f -> Frame.BYTES + f.length()).orElse(1);
    }
    return later;
  }

  private boolean isLater(Frame frame) {
    return frame.batch() > last.orElse(0L);
  }

  private boolean isCutOff() {
    if (rest.length < Frame.BYTES) {
      return true;
    }
    Optional<Frame> whole = Frame.parse(rest, 0);
    int end = Frame.BYTES + whole.map(Frame::length).orElse(0);
    int from = whole.map(head -> sectorEnd(Frame.BYTES - 1)).orElse(0);
    return rest.length < end || lacksSector(from, end);
  }

  /**
   * No part of a compressed frame that lies in one sector is zero: its head's first and last bytes
   * and its last one aren't, and DEFLATE makes no such runs of what a record holds.
   */
  private boolean lacksSector(int from, int end) {
    for (int part = from; part < end; part = sectorEnd(part)) {
      if (isZero(part, Math.min(end, sectorEnd(part)))) {
        return true;
      }
    }
    return false;
  }

  private int sectorEnd(int i) {
    return i + SECTOR - (int) ((at + i) % SECTOR);
  }

  private boolean isZero(int from, int to) {
    return IntStream.range(from, to).allMatch(i -> rest[i] == 0);
  }
}
