package id.tixgo.report.domain;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import java.util.Optional;

/** Who may see what. Who is no caller is a service of the house. */
public final class ReportAccess {
  private ReportAccess() {}

  /** Whether he may see everybody's figures. */
  public static boolean seesAll(Optional<Caller> who) {
    return who.map(caller -> caller.role() == Role.ADMIN).orElse(true);
  }

  /** Fails with {@code FORBIDDEN} unless the user's figures may be seen. */
  public static void expectSees(Optional<Caller> who, long userId) {
    if (!seesAll(who) && who.filter(caller -> caller.id() == userId).isEmpty()) {
      throw Problem.of(ProblemKind.FORBIDDEN, "That is another user's report.");
    }
  }

  /** Fails with {@code NOT_FOUND} where the user has no part in the transfer. */
  public static ReportedTransfer expectConcerned(ReportedTransfer transfer, long userId) {
    if (!transfer.isShown() || !transfer.concerns(userId)) {
      throw transferNotFound();
    }
    return transfer;
  }

  public static Problem transferNotFound() {
    return Problem.notFound("Transaction not found");
  }
}
