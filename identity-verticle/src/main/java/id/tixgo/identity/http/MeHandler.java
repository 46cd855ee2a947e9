package id.tixgo.identity.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.identity.domain.Accounts;
import io.vertx.core.Future;

/** {@code GET /auth/me} and {@code POST /auth/password}. */
public final class MeHandler {
  private final Accounts accounts;

  private record Passwords(String oldPassword, String newPassword) {}

  public MeHandler(Accounts accounts) {
    this.accounts = requireNonNull(accounts);
  }

  public void register(Api api) {
    api.on("me", this::me);
    api.on("changePassword", this::changePassword);
  }

  private Future<Reply> me(Call call) {
    UserJson user = UserJson.of(accounts.find(call.caller().username()));
    return Future.succeededFuture(Reply.resource(user));
  }

  private Future<Reply> changePassword(Call call) {
    Passwords body = call.body(Passwords.class);
    return accounts
        .changePassword(call.caller().username(), body.oldPassword(), body.newPassword())
        .map(Reply.noContent());
  }
}
