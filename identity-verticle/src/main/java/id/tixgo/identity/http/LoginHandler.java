package id.tixgo.identity.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.metrics.Meters;
import id.tixgo.identity.domain.Accounts;
import id.tixgo.identity.domain.Sessions;
import id.tixgo.identity.domain.User;
import io.vertx.core.Future;
import java.util.Optional;

/** {@code POST /auth/login} and {@code POST /auth/logout}. */
public final class LoginHandler {
  private final Accounts accounts;
  private final Sessions sessions;
  private final AccessLimits limits;
  private final LoginMeters meters;

  private record Body(String username, String email, String password) {
    String login() {
      return Optional.ofNullable(username).orElse(email);
    }
  }

  private record Token(String accessToken, String tokenType, int expiresIn) {}

  public LoginHandler(Accounts accounts, Sessions sessions, AccessLimits limits, Meters meters) {
    this.accounts = requireNonNull(accounts);
    this.sessions = requireNonNull(sessions);
    this.limits = requireNonNull(limits);
    this.meters = new LoginMeters(meters);
  }

  public void register(Api api) {
    api.on("login", this::logIn);
    api.on("logout", this::logOut);
  }

  private Future<Reply> logIn(Call call) {
    Body body = call.body(Body.class);
    return limits
        .logIn(call, accounts.meantBy(body.login()), () -> logIn(body))
        .map(user -> new Token(sessions.open(user), "bearer", sessions.lifetimeSeconds()))
        .map(token -> Reply.json(200, token).withHeader("Cache-Control", "no-store"));
  }

  private Future<User> logIn(Body body) {
    return accounts.logIn(body.login(), body.password()).onComplete(meters::count);
  }

  private Future<Reply> logOut(Call call) {
    return sessions.close(call.caller().token()).map(Reply.noContent());
  }
}
