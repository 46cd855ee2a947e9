package id.tixgo.common.clients.identity;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.auth.TokenCodec;
import id.tixgo.common.auth.TokenConfig;
import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Limits;
import id.tixgo.common.caller.Role;
import id.tixgo.common.caller.TokenAuthority;
import id.tixgo.common.metrics.Meters;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.common.upstream.UpstreamResponses;
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
  private final UpstreamClient identity;

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

  public IdentityClient(UpstreamClient identity) {
    this.identity = requireNonNull(identity);
  }

  /** Identity's word, kept for a while; ready when it hears of every change. */
  public static Future<TokenAuthority> cached(
      Vertx vertx,
      IdentityChanges changes,
      UpstreamClient identity,
      TokenConfig config,
      Clock clock) {
    TokenCodec codec = new TokenCodec(vertx, config, clock);
    IdentityClient client = new IdentityClient(identity);
    CachedTokens tokens =
        new CachedTokens(codec, client, config, clock, changes::lastPublished, Meters.of(vertx));
    return changes.subscribe(tokens).map(tokens);
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
      case 200 -> Optional.of(UpstreamResponses.read(answer, Verified.class).caller(token));
      case 401, 422 -> Optional.empty();
      default ->
          throw Problem.of(
              ProblemKind.UPSTREAM_UNREACHABLE,
              "The identity service answered " + answer.statusCode() + ".");
    };
  }
}
