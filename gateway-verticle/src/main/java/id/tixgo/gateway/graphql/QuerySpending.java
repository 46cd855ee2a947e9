package id.tixgo.gateway.graphql;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.auth.TokenCodec;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.ForwardedHeaders;
import id.tixgo.common.http.limits.RateLimit;
import id.tixgo.common.http.limits.RateLimits;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Whose queries are counted together, by what they cost: with a good token its owner's, wherever he
 * is, else those of an address. One per verticle instance.
 */
public final class QuerySpending {
  private static final String SCHEME = "Bearer ";

  private final TokenCodec tokens;
  private final ForwardedHeaders forwarded;
  private final Optional<RateLimits> limits;

  /**
   * What one query is paid from.
   *
   * @param limits empty where nothing is limited
   */
  record Purse(String owner, Optional<RateLimits> limits) {
    Purse {
      requireNonNull(owner);
      requireNonNull(limits);
    }

    /** Throws {@code RATE_LIMITED} when there isn't so much left. */
    void pay(int cost) {
      limits.ifPresent(l -> l.take(RateLimit.GRAPHQL, Optional.empty(), () -> owner, cost));
    }
  }

  /**
   * @param limits empty where nothing is limited
   */
  public QuerySpending(TokenCodec tokens, ForwardedHeaders forwarded, Optional<RateLimits> limits) {
    this.tokens = requireNonNull(tokens);
    this.forwarded = requireNonNull(forwarded);
    this.limits = requireNonNull(limits);
  }

  Future<Purse> purse(Call call) {
    return tokens
        .check(token(call.header("Authorization").orElse("")))
        .map(claims -> claims.map(good -> "user " + good.subject()))
        .map(user -> new Purse(user.orElseGet(() -> forwarded.client(call.request())), limits));
  }

  private static String token(String header) {
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? header.substring(SCHEME.length()).strip()
        : "";
  }
}
