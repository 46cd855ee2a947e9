package id.tixgo.portal;

import id.tixgo.common.auth.TokenConfig;
import id.tixgo.common.config.Env;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.service.Service.Address;
import java.net.URI;

/** What Portal is told by its environment. */
public record PortalConfig(
    Address address,
    URI identity,
    URI attendance,
    URI event,
    URI ticketing,
    URI payment,
    URI wallet,
    URI notification,
    URI report,
    TokenConfig tokens,
    HttpConfig http) {
  public static PortalConfig from(Env env) {
    return new PortalConfig(
        Address.external(env, "portal", 18080),
        env.publicNeighbour("IDENTITY", 18081),
        env.publicNeighbour("ATTENDANCE", 18082),
        env.neighbour("EVENT", 8000),
        env.neighbour("TICKETING", 8003),
        env.neighbour("PAYMENT", 8005),
        env.neighbour("WALLET", 5001),
        env.neighbour("NOTIFICATION", 5003),
        env.neighbour("REPORT", 5004),
        TokenConfig.from(env),
        HttpConfig.from(env));
  }
}
