package id.tixgo.common.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.RequestScope;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.token.Caller;
import id.tixgo.common.token.Role;
import id.tixgo.common.token.TokenAuthority;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.Optional;

/** Asks Identity whose a token is: {@code POST /auth/verify-token}. */
public final class IdentityClient implements TokenAuthority {
  private final Neighbour identity;

  public IdentityClient(Neighbour identity) {
    this.identity = requireNonNull(identity);
  }

  @Override
  public Future<Optional<Caller>> callerOf(String token, RequestScope scope) {
    Buffer body = new JsonObject().put("token", token).toBuffer();
    return identity
        .send(
            identity
                .request(HttpMethod.POST, "/auth/verify-token")
                .putHeader("Content-Type", "application/json"),
            body,
            scope)
        .map(answer -> caller(token, answer));
  }

  private static Optional<Caller> caller(String token, HttpResponse<Buffer> answer) {
    return switch (answer.statusCode()) {
      case 200 -> Optional.of(caller(token, answer.bodyAsJsonObject()));
      case 401, 422 -> Optional.empty();
      default ->
          throw Problem.of(
              ProblemKind.UPSTREAM_UNREACHABLE,
              "The identity service answered " + answer.statusCode() + ".");
    };
  }

  private static Caller caller(String token, JsonObject known) {
    Role role = Role.of(known.getString("role")).orElse(Role.USER);
    return new Caller(known.getString("sub"), role, token);
  }
}
