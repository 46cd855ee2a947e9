package id.tixgo.identity.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.time.Timestamps;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Passwords that were forgotten: who reads a user's mails may set another. */
public final class PasswordResets {
  public static final Duration LIFETIME = Duration.ofMinutes(30);
  private static final char END_OF_ID = '.';

  private final UserStore users;
  private final ResetStore resets;
  private final Accounts accounts;
  private final UnaryOperator<String> tokenOf;
  private final Runnable bell;
  private final Clock clock;

  /** Keeps them, one a user. */
  public interface ResetStore {
    /** Keeps it in the place of the user's older ones, and tells it in the feed. */
    Future<Void> give(PasswordReset reset, Instant at);

    Optional<PasswordReset> byId(String resetId);
  }

  /**
   * @param tokenOf the token of an id
   * @param bell tells those who follow the feed that there is more of it
   */
  public PasswordResets(
      UserStore users,
      ResetStore resets,
      Accounts accounts,
      UnaryOperator<String> tokenOf,
      Runnable bell,
      Clock clock) {
    this.users = requireNonNull(users);
    this.resets = requireNonNull(resets);
    this.accounts = requireNonNull(accounts);
    this.tokenOf = requireNonNull(tokenOf);
    this.bell = requireNonNull(bell);
    this.clock = requireNonNull(clock);
  }

  /**
   * Has a token mailed to the user of a name or an address, if there is one and he has one.
   *
   * @param admits whether he may be sent one more
   */
  public Future<Void> forgotten(String login, Predicate<User> admits) {
    return users
        .byLogin(login)
        .filter(user -> user.email().isPresent())
        .filter(admits)
        .map(this::give)
        .orElseGet(Future::succeededFuture);
  }

  private Future<Void> give(User user) {
    Instant now = Timestamps.now(clock);
    String id = UUID.randomUUID().toString();
    String hash = PasswordReset.hash(tokenOf.apply(id));
    return resets
        .give(new PasswordReset(user.id(), id, user.generation(), hash, now.plus(LIFETIME)), now)
        .onSuccess(given -> bell.run());
  }

  /**
   * Sets another password; ends every token of the user, this one too. Fails with {@code
   * RESET_TOKEN_INVALID} and {@code PASSWORD_TOO_LONG}.
   */
  public Future<Void> reset(String token, String newPassword) {
    return resets
        .byId(idIn(token))
        .flatMap(reset -> users.byId(reset.userId()).filter(user -> isGood(reset, token, user)))
        .map(user -> accounts.setPassword(user, newPassword))
        .orElseGet(() -> Future.failedFuture(AccountProblems.resetInvalid()));
  }

  private boolean isGood(PasswordReset reset, String token, User user) {
    return reset.isGood(token, user, clock.instant());
  }

  private static String idIn(String token) {
    return token.substring(0, Math.max(0, token.indexOf(END_OF_ID)));
  }
}
