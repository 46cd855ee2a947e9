package id.tixgo.identity.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.clients.identity.IdentityChange;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.common.text.SearchText;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The rules of users: who may register, change and leave. */
public final class Accounts {
  private final UserStore users;
  private final Passwords passwords;
  private final Consumer<IdentityChange> changes;
  private final Runnable bell;
  private final Clock clock;

  /**
   * @param changes tells those who cache whose a token is
   * @param bell tells those who follow the feed that there is more of it
   */
  public Accounts(
      UserStore users,
      Passwords passwords,
      Consumer<IdentityChange> changes,
      Runnable bell,
      Clock clock) {
    this.users = requireNonNull(users);
    this.passwords = requireNonNull(passwords);
    this.changes = requireNonNull(changes);
    this.bell = requireNonNull(bell);
    this.clock = requireNonNull(clock);
  }

  /** Fails with {@code USERNAME_TAKEN}, {@code EMAIL_TAKEN} or {@code PASSWORD_TOO_LONG}. */
  public Future<User> register(NewUser newUser) {
    return register(newUser, Once.eachTime());
  }

  /** The same, where a name may be taken by the same request when that came before. */
  public Future<User> register(NewUser newUser, Once<User> once) {
    Optional<Problem> taken =
        once.key().isEmpty() ? AccountProblems.taken(newUser, users) : Optional.empty();
    return taken
        .<Future<String>>map(Future::failedFuture)
        .orElseGet(() -> fit(newUser.password()).compose(passwords::hash))
        .compose(hash -> add(newUser, hash, once))
        .map(
            added ->
                added.orElseThrow(
                    () ->
                        AccountProblems.taken(newUser, users)
                            .orElseGet(AccountProblems::changedMeanwhile)))
        .onSuccess(made -> bell.run());
  }

  /**
   * The user of a name, or an e-mail address, and a password; fails with {@code BAD_CREDENTIALS}.
   */
  public Future<User> logIn(String login, String password) {
    Optional<User> user = users.byLogin(login);
    return passwords
        .matches(password, user)
        .map(matches -> user.filter(known -> matches).orElseThrow(AccountProblems::wrongLogin));
  }

  /** Whom somebody means who logs in: the same, however a name or an address is written. */
  public String meantBy(String login) {
    return users
        .byLogin(login)
        .map(user -> "#" + user.id())
        .orElseGet(() -> EmailAddress.key(login));
  }

  /** Also ends every older token of the user. */
  public Future<Void> changePassword(String username, String oldPassword, String newPassword) {
    User user = named(username);
    return passwords
        .matches(oldPassword, Optional.of(user))
        .compose(
            matches ->
                matches ? fit(newPassword) : Future.failedFuture(AccountProblems.wrongPassword()))
        .compose(
            fit ->
                fit.equals(oldPassword)
                    ? Future.failedFuture(AccountProblems.same())
                    : passwords.hash(fit))
        .compose(hash -> replace(user, user.withPasswordHash(hash)))
        .mapEmpty();
  }

  /** The same without the old one, for who may; fails with {@code PASSWORD_TOO_LONG}. */
  Future<Void> setPassword(User user, String newPassword) {
    return fit(newPassword)
        .compose(passwords::hash)
        .compose(hash -> replace(user, user.withPasswordHash(hash)))
        .mapEmpty();
  }

  /**
   * Changes what a user says of himself, as it is at that moment; fails with {@code EMAIL_TAKEN}.
   *
   * @param change may be applied again when another was faster
   * @param guard may refuse by throwing
   */
  public Future<User> changeProfile(long id, UnaryOperator<Profile> change, Consumer<User> guard) {
    User user = users.byId(id).orElseThrow(() -> AccountProblems.unknown(String.valueOf(id)));
    guard.accept(user);
    User changed = user.withProfile(change.apply(user.profile()));
    if (changed.equals(user)) {
      return Future.succeededFuture(user);
    }
    return users
        .replace(user, changed, Timestamps.now(clock))
        .compose(
            outcome ->
                outcome == UserStore.Outcome.CHANGED_MEANWHILE
                    ? changeProfile(id, change, guard)
                    : Future.succeededFuture(announce(outcome, changed)));
  }

  /** Fails with {@code LAST_ADMIN} when nobody could undo it. */
  public Future<User> setRole(User user, Role role) {
    return replace(user, user.withRole(role));
  }

  /** Fails with {@code LAST_ADMIN} when nobody could undo it. */
  public Future<User> delete(User user) {
    return users.remove(user, Timestamps.now(clock)).map(outcome -> announce(outcome, user));
  }

  /** Users in the order of their numbers whose name, address or telephone holds the text. */
  public List<User> search(String text) {
    String wanted = SearchText.of(text);
    return users.all().stream().filter(user -> user.isFoundBy(wanted)).toList();
  }

  /** A user by number, which digits always are, else by name; fails with {@code NOT_FOUND}. */
  public User find(String numberOrName) {
    return Username.isNumber(numberOrName)
        ? Username.number(numberOrName)
            .flatMap(users::byId)
            .orElseThrow(() -> AccountProblems.unknown(numberOrName))
        : named(numberOrName);
  }

  /** The same for a caller to whom anyone but himself isn't there, unless he is an admin. */
  public User find(String numberOrName, Caller caller) {
    User user = find(numberOrName);
    if (caller.role() != Role.ADMIN && caller.id() != user.id()) {
      throw AccountProblems.unknown(numberOrName);
    }
    return user;
  }

  /** A user by name, digits or not; fails with {@code NOT_FOUND}. */
  public User named(String username) {
    return users.byUsername(username).orElseThrow(() -> AccountProblems.unknown(username));
  }

  private Future<Optional<User>> add(NewUser newUser, String hash, Once<User> once) {
    Instant now = Timestamps.now(clock);
    return users.add(id -> newUser.withHash(id, hash, now), once);
  }

  private Future<User> replace(User user, User changed) {
    return users
        .replace(user, changed, Timestamps.now(clock))
        .map(outcome -> announce(outcome, changed));
  }

  private User announce(UserStore.Outcome outcome, User user) {
    switch (outcome) {
      case CHANGED_MEANWHILE -> throw AccountProblems.changedMeanwhile();
      case LAST_ADMIN -> throw AccountProblems.lastAdmin();
      case EMAIL_TAKEN -> throw AccountProblems.emailTaken(user.email().orElseThrow());
      case DONE -> {
        changes.accept(IdentityChange.ofUser(user.username()));
        bell.run();
      }
    }
    return user;
  }

  private static Future<String> fit(String password) {
    return Passwords.isTooLong(password)
        ? Future.failedFuture(AccountProblems.tooLong())
        : Future.succeededFuture(password);
  }
}
