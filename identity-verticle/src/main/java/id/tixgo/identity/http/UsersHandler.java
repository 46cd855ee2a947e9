package id.tixgo.identity.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Role;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.IfMatch;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.identity.domain.Accounts;
import id.tixgo.identity.domain.User;
import io.vertx.core.Future;
import java.util.Optional;

/** {@code /auth/users} and {@code /users}: what admins do with users. */
public final class UsersHandler {
  private final Accounts accounts;

  private record RoleBody(String role) {}

  public UsersHandler(Accounts accounts) {
    this.accounts = requireNonNull(accounts);
  }

  public void register(Api api) {
    api.on("listUsers", this::list);
    api.on("listProfiles", this::list);
    api.on("getUser", this::get);
    api.on("setRole", this::setRole);
    api.on("deleteUser", this::delete);
    api.on("deleteProfile", this::delete);
  }

  private Future<Reply> list(Call call) {
    Page<User> page =
        Page.of(accounts.search(call.query("q").orElse("")), Page.cursor(call), Page.limit(call));
    Reply reply = Reply.json(200, page.items().stream().map(UserJson::of).toList());
    return Future.succeededFuture(page.describe(call, reply));
  }

  private Future<Reply> get(Call call) {
    return Future.succeededFuture(Reply.resource(UserJson.of(accounts.find(call.path("id")))));
  }

  private Future<Reply> setRole(Call call) {
    return accounts
        .setRole(accounts.find(call.path("id")), role(call))
        .map(user -> Reply.json(200, UserJson.of(user)));
  }

  private Future<Reply> delete(Call call) {
    User user = accounts.find(call.path("id"));
    IfMatch.check(call, "user", UserJson.of(user));
    return accounts.delete(user).map(Reply.noContent());
  }

  private static Role role(Call call) {
    return call.query("role")
        .or(() -> call.hasBody() ? Optional.of(call.body(RoleBody.class).role()) : Optional.empty())
        .flatMap(Role::of)
        .orElseThrow(() -> Problem.invalid("body.role", "is required", "required"));
  }
}
