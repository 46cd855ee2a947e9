package id.tixgo.identity.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.IfMatch;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Reply;
import id.tixgo.identity.domain.Accounts;
import id.tixgo.identity.domain.User;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** {@code /users}: what users say of themselves, to themselves and admins. */
public final class ProfilesHandler {
  private final Accounts accounts;
  private final KeyedRequests keyed;

  public ProfilesHandler(Accounts accounts, KeyedRequests keyed) {
    this.accounts = requireNonNull(accounts);
    this.keyed = requireNonNull(keyed);
  }

  public void register(Api api) {
    api.on("addUser", this::add);
    api.on("getProfile", this::get);
    api.on("changeProfile", this::change);
  }

  private Future<Reply> add(Call call) {
    return accounts
        .register(NewUserBody.read(call), keyed.once(call, ProfilesHandler::added))
        .map(ProfilesHandler::added);
  }

  private static Reply added(User user) {
    return tagged(201, user).withHeader("Location", "/users/" + user.id());
  }

  private Future<Reply> get(Call call) {
    User user = accounts.find(call.path("id"), call.caller());
    return Future.succeededFuture(Reply.resource(UserJson.of(user)));
  }

  private Future<Reply> change(Call call) {
    User user = accounts.find(call.path("id"), call.caller());
    JsonObject patch = call.body(JsonObject.class);
    return accounts
        .changeProfile(
            user.id(),
            profile -> ProfileBody.patched(profile, patch),
            now -> IfMatch.check(call, "user", UserJson.of(now)))
        .map(changed -> tagged(200, changed));
  }

  private static Reply tagged(int status, User user) {
    UserJson shown = UserJson.of(user);
    return Reply.json(status, shown).withHeader("ETag", IfMatch.tag(shown));
  }
}
