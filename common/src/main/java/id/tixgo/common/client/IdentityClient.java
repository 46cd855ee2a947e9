package id.tixgo.common.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.config.TokenConfig;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.token.CachedTokens;
import id.tixgo.common.token.Caller;
import id.tixgo.common.token.Limits;
import id.tixgo.common.token.Role;
import id.tixgo.common.token.TokenAuthority;
import id.tixgo.common.token.TokenCodec;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks Identity whose a token is: {@code POST /auth/verify-token}. */
public final class IdentityClient implements TokenAuthority {
  private final Neighbour identity;

  /**
   * What Identity says of a good token.
   *
   * @param createdAt null for an account of before that was kept
   * @param events null for a person, as are gates
   */
  record Verified(
      Long id,
      String sub,
      String role,
      Instant createdAt,
      List<String> events,
      List<String> gates) {
    Verified {
      requireNonNull(id);
      requireNonNull(sub);
    }

    Caller caller(String token) {
      Role known = Role.of(role).orElse(Role.USER);
      Limits limits = known == Role.SCANNER ? new Limits(events, gates) : Limits.NONE;
      return new Caller(id, sub, known, token, Optional.ofNullable(createdAt), limits);
    }
  }

  public IdentityClient(Neighbour identity) {
    this.identity = requireNonNull(identity);
  }

  /** Identity's word, kept for a while; ready when it hears of every change. */
  public static Future<TokenAuthority> cached(
      Vertx vertx, Bus bus, Neighbour identity, TokenConfig config, Clock clock) {
    TokenCodec codec = new TokenCodec(vertx, config, clock);
    IdentityClient client = new IdentityClient(identity);
    CachedTokens tokens = new CachedTokens(codec, client, config, clock, bus::lastIdentityChange);
    return bus.hearIdentity(tokens).map(tokens);
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
      case 200 -> Optional.of(Answers.read(answer, Verified.class).caller(token));
      case 401, 422 -> Optional.empty();
      default ->
          throw Problem.of(
              ProblemKind.UPSTREAM_UNREACHABLE,
              "The identity service answered " + answer.statusCode() + ".");
    };
  }
}
