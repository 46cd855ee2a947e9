package id.tixgo.identity.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.IdentityChange;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.token.Role;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Consumer;

/** The rules of users: who may register, change and leave. */
public final class Accounts {
  private final UserStore users;
  private final Passwords passwords;
  private final Consumer<IdentityChange> changes;

  public Accounts(UserStore users, Passwords passwords, Consumer<IdentityChange> changes) {
    this.users = requireNonNull(users);
    this.passwords = requireNonNull(passwords);
    this.changes = requireNonNull(changes);
  }

  /** Fails with {@code USERNAME_TAKEN} or {@code PASSWORD_TOO_LONG}. */
  public Future<User> register(NewUser newUser) {
    if (users.byUsername(newUser.username()).isPresent()) {
      return Future.failedFuture(taken(newUser.username()));
    }
    return fit(newUser.password())
        .compose(passwords::hash)
        .compose(hash -> users.add(newUser.username(), id -> newUser.withHash(id, hash)))
        .map(added -> added.orElseThrow(() -> taken(newUser.username())));
  }

  /** The user of a name and password; fails with {@code UNAUTHORIZED}. */
  public Future<User> logIn(String username, String password) {
    Optional<User> user = users.byUsername(username);
    return passwords
        .matches(password, user)
        .map(matches -> user.filter(known -> matches).orElseThrow(Accounts::wrongLogin));
  }

  /** Also ends every older token of the user. */
  public Future<Void> changePassword(String username, String oldPassword, String newPassword) {
    User user = users.byUsername(username).orElseThrow(() -> unknown(username));
    return passwords
        .matches(oldPassword, Optional.of(user))
        .compose(matches -> matches ? fit(newPassword) : Future.failedFuture(wrongPassword()))
        .compose(passwords::hash)
        .compose(hash -> replace(user, user.withPasswordHash(hash)))
        .mapEmpty();
  }

  /** Fails with {@code LAST_ADMIN} when nobody could undo it. */
  public Future<User> setRole(User user, Role role) {
    return replace(user, user.withRole(role));
  }

  /** Fails with {@code LAST_ADMIN} when nobody could undo it. */
  public Future<User> delete(User user) {
    return users.remove(user).map(outcome -> announce(outcome, user));
  }

  /** A user by id or name; fails with {@code NOT_FOUND}. */
  public User find(String idOrUsername) {
    return users
        .byUsername(idOrUsername)
        .or(() -> id(idOrUsername).flatMap(users::byId))
        .orElseThrow(() -> unknown(idOrUsername));
  }

  private Future<User> replace(User user, User changed) {
    return users.replace(user, changed).map(outcome -> announce(outcome, changed));
  }

  private User announce(UserStore.Outcome outcome, User user) {
    switch (outcome) {
      case CHANGED_MEANWHILE -> throw changedMeanwhile();
      case LAST_ADMIN -> throw lastAdmin();
      case DONE -> changes.accept(IdentityChange.ofUser(user.username()));
    }
    return user;
  }

  private static Optional<Long> id(String text) {
    return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private static Future<String> fit(String password) {
    return Passwords.isTooLong(password)
        ? Future.failedFuture(tooLong())
        : Future.succeededFuture(password);
  }

  private static Problem taken(String username) {
    return Problem.of(
        ProblemKind.BAD_REQUEST, "USERNAME_TAKEN", "User " + username + " sudah terdaftar");
  }

  private static Problem tooLong() {
    return Problem.of(
        ProblemKind.BAD_REQUEST,
        "PASSWORD_TOO_LONG",
        "The password is longer than " + Passwords.MOST_BYTES + " bytes.");
  }

  private static Problem wrongLogin() {
    return Problem.of(ProblemKind.UNAUTHORIZED, "Invalid username/password");
  }

  private static Problem wrongPassword() {
    return Problem.of(ProblemKind.BAD_REQUEST, "WRONG_PASSWORD", "The old password is wrong.");
  }

  private static Problem lastAdmin() {
    return Problem.of(ProblemKind.CONFLICT, "LAST_ADMIN", "The last admin must stay one.");
  }

  private static Problem changedMeanwhile() {
    return Problem.of(ProblemKind.CONFLICT, "CHANGED_MEANWHILE", "The user changed; try again.");
  }

  private static Problem unknown(String user) {
    return Problem.notFound("User " + user + " not found");
  }
}
