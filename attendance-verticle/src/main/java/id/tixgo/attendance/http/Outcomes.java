package id.tixgo.attendance.http;

import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What came of scans, as clients see it. */
final class Outcomes {
  private static final Set<Refusal> UNKNOWN =
      EnumSet.of(Refusal.UNKNOWN_TICKET, Refusal.UNKNOWN_EVENT);

  private Outcomes() {}

  /**
   * What one scan's answer holds.
   *
   * @param ticket what the event's list says; null without a list
   */
  record Passed(String status, RecordJson record, TicketJson ticket) {}

  /** One scan of a group, or one that is only tried out. */
  record Tried(
      String ticketId,
      String status,
      String code,
      String detail,
      RecordJson record,
      TicketJson ticket) {}

  /** Fails with why the scan was turned away. */
  static Passed passed(Outcome outcome) {
    ScanRecord scan = outcome.scan();
    if (scan.refusal().isPresent()) {
      throw refusal(scan.refusal().get(), outcome);
    }
    return new Passed(status(scan), RecordJson.of(scan), ticket(outcome));
  }

  static Tried tried(Outcome outcome) {
    ScanRecord scan = outcome.scan();
    Optional<Refusal> why = scan.refusal();
    return new Tried(
        scan.ticketId(),
        status(scan),
        why.map(Refusal::name).orElse(null),
        why.map(Refusal::sentence).orElse(null),
        why.isPresent() ? outcome.first().map(RecordJson::of).orElse(null) : null,
        ticket(outcome));
  }

  private static String status(ScanRecord scan) {
    if (scan.refusal().isPresent()) {
      return "refused";
    }
    return scan.isEntry() ? "checked_in" : "checked_out";
  }

  private static Problem refusal(Refusal why, Outcome outcome) {
    ProblemKind kind = UNKNOWN.contains(why) ? ProblemKind.NOT_FOUND : ProblemKind.CONFLICT;
    Problem problem = Problem.of(kind, why.name(), why.sentence());
    if (outcome.first().isPresent()) {
      problem = problem.with("record", RecordJson.of(outcome.first().get()));
    }
    Optional<String> reason = outcome.ticket().flatMap(Ticket::revoked);
    if (why == Refusal.TICKET_REVOKED && reason.isPresent()) {
      problem = problem.with("reason", reason.get());
    }
    return outcome.ticket().isPresent()
        ? problem.with("ticket", TicketJson.of(outcome.ticket().get()))
        : problem;
  }

  private static TicketJson ticket(Outcome outcome) {
    return outcome.ticket().map(TicketJson::of).orElse(null);
  }
}
