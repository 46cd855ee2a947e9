package id.tixgo.notification.domain;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;

/** Why nothing is done with a notification. */
public final class NotificationRefusals {
  private NotificationRefusals() {}

  public static Problem notFound() {
    return Problem.notFound("Notification not found");
  }

  public static Problem userUnknown() {
    return Problem.of(ProblemKind.NOT_FOUND, "USER_UNKNOWN", "There is no user of that number.");
  }

  static Problem onItsWay() {
    return conflict("ON_ITS_WAY", "A mail server is being told it; try again in a moment.");
  }

  static Problem alreadySent() {
    return conflict("ALREADY_SENT", "It is sent: its text stays as it was read.");
  }

  static Problem ownWords() {
    return conflict("OWN_WORDS", "What TixGo writes by itself has the words of its kind.");
  }

  static Problem notFailed(MailStatus status) {
    return conflict("NOT_FAILED", "It is " + status.json() + ": only what failed is sent again.");
  }

  static Problem failed() {
    return conflict("FAILED_BEFORE", "It failed before: resend sends it again.");
  }

  static Problem statusFollows(MailStatus status) {
    return conflict(
        "STATUS_FOLLOWS",
        "It is " + status.json() + ": what a mail server says changes that, nobody by hand.");
  }

  private static Problem conflict(String code, String detail) {
    return Problem.of(ProblemKind.CONFLICT, code, detail);
  }
}
