package id.tixgo.gateway.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.auth.TokenCodec;
import id.tixgo.common.http.Headers;
import id.tixgo.common.http.ProblemWriter;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Refuses a token that is none, before anything of the body is read: its form, signature and times
 * are looked at. Whether it was ended, and what its owner may do, the service says; so it does when
 * there is none. Where anybody may call, a token isn't looked at: who logs in again may still send
 * the old one.
 */
public final class TokenCheck {
  private static final String SCHEME = "Bearer ";

  private final TokenCodec tokens;

  public TokenCheck(TokenCodec tokens) {
    this.tokens = requireNonNull(tokens);
  }

  /**
   * @param open whether anybody may call
   * @param admitted what comes next
   */
  void admit(RoutingContext context, boolean open, Runnable admitted) {
    HttpServerRequest request = context.request();
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || open) {
      admitted.run();
      return;
    }
    if (Headers.contentLength(request) != 0) {
      request.pause();
    }
    isGood(header)
        .onSuccess(
            good -> {
              if (good) {
                admitted.run();
              } else {
                ProblemWriter.write(context, invalid());
              }
            });
  }

  private Future<Boolean> isGood(String header) {
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? tokens.check(header.substring(SCHEME.length()).strip()).map(Optional::isPresent)
        : Future.succeededFuture(false);
  }

  private static Problem invalid() {
    return Problem.of(ProblemKind.UNAUTHORIZED, "Invalid or expired token");
  }
}
