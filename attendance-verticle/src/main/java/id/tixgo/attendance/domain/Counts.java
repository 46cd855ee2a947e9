package id.tixgo.attendance.domain;

import io.vertx.core.shareddata.Shareable;

/**
 * The numbers of an event that transactions need.
 *
 * @param lastSeq the last change's
 * @param checkedIn tickets that have entered
 * @param inside those of them that haven't left
 */
public record Counts(long lastSeq, long checkedIn, long inside) implements Shareable {
  public static final Counts NONE = new Counts(0, 0, 0);

  public Counts plus(long seq, int moreCheckedIn, int moreInside) {
    return new Counts(seq, checkedIn + moreCheckedIn, inside + moreInside);
  }
}
