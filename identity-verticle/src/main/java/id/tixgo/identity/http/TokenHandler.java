package id.tixgo.identity.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Limits;
import id.tixgo.common.caller.Role;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.identity.domain.Sessions;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** {@code POST /auth/verify-token}: what other services ask. */
public final class TokenHandler {
  private final Sessions sessions;

  private record Body(String token) {}

  private record Verified(
      boolean valid, long id, String sub, String role, long exp, Instant createdAt) {}

  private record VerifiedDevice(
      boolean valid,
      long id,
      String sub,
      String role,
      long exp,
      Instant createdAt,
      List<String> events,
      List<String> gates) {}

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

  private static Record verified(Sessions.Session session) {
    Caller caller = session.caller();
    String role = caller.role().json();
    long end = session.claims().expiresAt().getEpochSecond();
    Instant since = caller.since().orElse(null);
    Limits limits = caller.limits();
    return caller.role() == Role.SCANNER
        ? new VerifiedDevice(
            true, caller.id(), caller.username(), role, end, since, limits.events(), limits.gates())
        : new Verified(true, caller.id(), caller.username(), role, end, since);
  }

  private static Problem invalid() {
    return Problem.of(ProblemKind.UNAUTHORIZED, "Invalid or expired token");
  }
}
