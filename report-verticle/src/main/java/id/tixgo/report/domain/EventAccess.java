package id.tixgo.report.domain;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import java.util.Optional;

/** Whose events' figures somebody may see: admins and services all, organisers their own. */
public final class EventAccess {
  private EventAccess() {}

  public static boolean sees(Optional<Caller> who, ReportedEvent event) {
    return ReportAccess.seesAll(who) || who.map(Caller::username).equals(event.createdBy());
  }

  /** Fails with {@code NOT_FOUND} and {@code FORBIDDEN}. */
  public static ReportedEvent expectSees(Optional<Caller> who, Optional<ReportedEvent> event) {
    ReportedEvent known = event.orElseThrow(() -> Problem.notFound("There is no such event."));
    if (!sees(who, known)) {
      throw Problem.of(ProblemKind.FORBIDDEN, "That is another organiser's event.");
    }
    return known;
  }
}
