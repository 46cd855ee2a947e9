package id.tixgo.attendance.domain;

/** What became of a scan. */
public sealed interface Outcome {
  /** The ticket entered now. */
  record Admitted(CheckIn checkIn) implements Outcome {}

  /** The ticket had entered before: who let it in, where and when. */
  record AlreadyCheckedIn(CheckIn first) implements Outcome {}
}
