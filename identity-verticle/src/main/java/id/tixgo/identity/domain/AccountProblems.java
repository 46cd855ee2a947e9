package id.tixgo.identity.domain;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import java.util.Optional;

/** Why an account is not made, not changed or not found. */
final class AccountProblems {
  private AccountProblems() {}

  /** What of a new user is another's already. */
  static Optional<Problem> taken(NewUser newUser, UserStore users) {
    String name = newUser.username();
    return users.byLogin(name).isPresent()
        ? Optional.of(nameTaken(name))
        : newUser
            .profile()
            .email()
            .filter(e -> users.byLogin(e).isPresent())
            .map(AccountProblems::emailTaken);
  }

  private static Problem nameTaken(String username) {
    return Problem.of(
        ProblemKind.BAD_REQUEST, "USERNAME_TAKEN", "User " + username + " sudah terdaftar");
  }

  static Problem emailTaken(String email) {
    return Problem.of(ProblemKind.CONFLICT, "EMAIL_TAKEN", "E-mail " + email + " sudah terdaftar");
  }

  static Problem tooLong() {
    return Problem.of(
        ProblemKind.BAD_REQUEST,
        "PASSWORD_TOO_LONG",
        "The password is longer than " + Passwords.MOST_BYTES + " bytes.");
  }

  static Problem wrongLogin() {
    return Problem.of(ProblemKind.UNAUTHORIZED, "BAD_CREDENTIALS", "Invalid username/password");
  }

  static Problem wrongPassword() {
    return Problem.of(ProblemKind.BAD_REQUEST, "WRONG_PASSWORD", "The old password is wrong.");
  }

  static Problem resetInvalid() {
    return Problem.of(
        ProblemKind.BAD_REQUEST,
        "RESET_TOKEN_INVALID",
        "The token is none, was used, or is too old: ask for another mail.");
  }

  static Problem same() {
    return Problem.of(
        ProblemKind.BAD_REQUEST, "SAME_PASSWORD", "The new password is the same as the old one.");
  }

  static Problem lastAdmin() {
    return Problem.of(ProblemKind.CONFLICT, "LAST_ADMIN", "The last admin must stay one.");
  }

  static Problem changedMeanwhile() {
    return Problem.of(ProblemKind.CONFLICT, "CHANGED_MEANWHILE", "The user changed; try again.");
  }

  static Problem unknown(String user) {
    return Problem.notFound("User " + user + " not found");
  }
}
