package id.tixgo.identity.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.identity.domain.Sessions;
import io.vertx.core.Future;

/** {@code POST /auth/verify-token}: what other services ask. */
public final class TokenHandler {
  private final Sessions sessions;

  private record Body(String token) {}

  private record Verified(boolean valid, String sub, String role, long exp) {}

  public TokenHandler(Sessions sessions) {
    this.sessions = requireNonNull(sessions);
  }

  public void register(Api api) {
    api.on("verifyToken", this::handle);
  }

  private Future<Reply> handle(Call call) {
    return sessions
        .verify(call.body(Body.class).token())
        .map(session -> session.map(TokenHandler::verified).orElseThrow(TokenHandler::invalid))
        .map(verified -> Reply.json(200, verified));
  }

  private static Verified verified(Sessions.Session session) {
    return new Verified(
        true,
        session.user().username(),
        session.user().role().json(),
        session.claims().expiresAt().getEpochSecond());
  }

  private static Problem invalid() {
    return Problem.of(ProblemKind.UNAUTHORIZED, "Invalid or expired token");
  }
}
