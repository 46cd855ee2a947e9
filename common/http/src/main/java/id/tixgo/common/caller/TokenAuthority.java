package id.tixgo.common.caller;

import id.tixgo.common.scope.RequestScope;
import io.vertx.core.Future;
import java.util.Optional;

/** Whoever can say that a token is good now, and who its bearer is. */
@FunctionalInterface
public interface TokenAuthority {
  /**
   * Asks for the bearer of a token.
   *
   * @return the caller; empty when the token is bad, expired or revoked; a failed future ({@code
   *     UPSTREAM_UNREACHABLE} or {@code UPSTREAM_TIMEOUT}) when nobody can tell
   */
  Future<Optional<Caller>> callerOf(String token, RequestScope scope);
}
