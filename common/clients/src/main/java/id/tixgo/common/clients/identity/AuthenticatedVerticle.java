package id.tixgo.common.clients.identity;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.auth.TokenConfig;
import id.tixgo.common.caller.TokenAuthority;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.Health;
import id.tixgo.common.service.Service;
import id.tixgo.common.service.ServiceVerticle;
import id.tixgo.common.upstream.UpstreamClient;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Clock;

/** A verticle whose callers have tokens of Identity's, which it asks about them. */
public abstract class AuthenticatedVerticle extends ServiceVerticle {
  protected final Clock clock;
  private final URI identity;
  private final TokenConfig tokens;

  /**
   * @param identity where Identity is
   */
  protected AuthenticatedVerticle(
      Contract contract,
      Service.Address address,
      HttpConfig http,
      URI identity,
      TokenConfig tokens,
      Clock clock) {
    super(contract, address, http);
    this.identity = requireNonNull(identity);
    this.tokens = requireNonNull(tokens);
    this.clock = requireNonNull(clock);
  }

  /**
   * All operations of the contract with their handlers.
   *
   * @param authority says whose a token is
   * @param changes what Identity says, after the authority has heard it
   */
  protected abstract Api api(TokenAuthority authority, IdentityChanges changes, Health health);

  @Override
  protected final Future<Api> api(Health health) {
    IdentityChanges changes = new IdentityChanges(vertx);
    UpstreamClient client = upstream("identity", identity, health);
    return IdentityClient.cached(vertx, changes, client, tokens, clock)
        .map(authority -> api(authority, changes, health));
  }
}
