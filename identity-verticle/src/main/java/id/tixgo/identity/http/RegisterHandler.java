package id.tixgo.identity.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.token.Role;
import id.tixgo.identity.domain.Accounts;
import id.tixgo.identity.domain.NewUser;
import id.tixgo.identity.domain.User;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;

/** {@code POST /auth/register}. */
public final class RegisterHandler {
  private final Accounts accounts;
  private final Set<Role> openRoles;

  private record Body(
      String username, String password, String role, String email, String fullName) {
    NewUser toNewUser() {
      return new NewUser(
          username,
          password,
          Optional.ofNullable(role).flatMap(Role::of).orElse(Role.USER),
          Optional.ofNullable(email),
          Optional.ofNullable(fullName));
    }
  }

  private record Registered(long id, String username, String role) {}

  public RegisterHandler(Accounts accounts, Set<Role> openRoles) {
    this.accounts = requireNonNull(accounts);
    this.openRoles = Set.copyOf(openRoles);
  }

  public void register(Api api) {
    api.on("register", this::handle);
  }

  private Future<Reply> handle(Call call) {
    NewUser newUser = call.body(Body.class).toNewUser();
    boolean byAdmin = call.optionalCaller().filter(c -> c.role() == Role.ADMIN).isPresent();
    if (!openRoles.contains(newUser.role()) && !byAdmin) {
      return Future.failedFuture(
          Problem.of(
              ProblemKind.FORBIDDEN,
              "Only an admin can register someone as " + newUser.role().json() + "."));
    }
    return accounts.register(newUser).map(RegisterHandler::reply);
  }

  private static Reply reply(User user) {
    return Reply.json(201, new Registered(user.id(), user.username(), user.role().json()));
  }
}
