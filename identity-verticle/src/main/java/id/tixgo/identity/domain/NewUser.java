package id.tixgo.identity.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Role;
import id.tixgo.common.problem.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * Someone who wants to register. A name that is an e-mail address is that user's address, too. An
 * unfit name is a {@code VALIDATION_ERROR}.
 */
public record NewUser(String username, String password, Role role, Profile profile) {
  public NewUser {
    username = Username.of(username).orElseThrow(NewUser::unfit);
    requireNonNull(password);
    requireNonNull(role);
    profile = profile.orEmail(EmailAddress.of(username));
  }

  /** The user that it becomes. */
  public User withHash(long id, String hash, Instant createdAt) {
    return new User(
        id,
        username,
        role,
        hash,
        profile.email(),
        profile.fullName(),
        profile.phone(),
        profile.address(),
        profile.locale(),
        0,
        Optional.of(createdAt));
  }

  private static Problem unfit() {
    return Problem.invalid(
        "body.username",
        "must be 3 to 50 of A-Z a-z 0-9 . _ @ - without a blank, not digits alone, or an e-mail"
            + " address",
        "pattern");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return username + " (" + role.json() + ")";
  }
}
