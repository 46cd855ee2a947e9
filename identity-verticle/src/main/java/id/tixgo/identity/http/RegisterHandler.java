package id.tixgo.identity.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Role;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.identity.domain.Accounts;
import id.tixgo.identity.domain.NewUser;
import id.tixgo.identity.domain.User;
import id.tixgo.identity.domain.Username;
import io.vertx.core.Future;
import java.util.Set;

/** {@code POST /auth/register}. */
public final class RegisterHandler {
  private final Accounts accounts;
  private final KeyedRequests keyed;
  private final AccessLimits limits;
  private final Set<Role> openRoles;

  private record Registered(long id, String username, String role) {}

  public RegisterHandler(
      Accounts accounts, KeyedRequests keyed, AccessLimits limits, Set<Role> openRoles) {
    this.accounts = requireNonNull(accounts);
    this.keyed = requireNonNull(keyed);
    this.limits = requireNonNull(limits);
    this.openRoles = Set.copyOf(openRoles);
  }

  public void register(Api api) {
    api.on("register", this::handle);
  }

  private Future<Reply> handle(Call call) {
    NewUser newUser = NewUserBody.read(call);
    boolean byAdmin = call.optionalCaller().filter(c -> c.role() == Role.ADMIN).isPresent();
    if (!byAdmin) {
      limits.register(call, newUser.username());
    }
    if (!openRoles.contains(newUser.role()) && !byAdmin) {
      return Future.failedFuture(
          Problem.of(
              ProblemKind.FORBIDDEN,
              "Only an admin can register someone as " + newUser.role().json() + "."));
    }
    return accounts
        .register(newUser, keyed.once(call, space(call, newUser), RegisterHandler::reply))
        .map(RegisterHandler::reply);
  }

  /** Who has no account yet has the space of the name that he wants: nobody else gets it. */
  private static String space(Call call, NewUser newUser) {
    return call.optionalCaller()
        .map(caller -> String.valueOf(caller.id()))
        .orElseGet(() -> "register " + Username.key(newUser.username()));
  }

  private static Reply reply(User user) {
    return Reply.json(201, new Registered(user.id(), user.username(), user.role().json()));
  }
}
