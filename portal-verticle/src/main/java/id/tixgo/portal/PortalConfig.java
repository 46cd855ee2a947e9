package id.tixgo.portal;

import id.tixgo.common.config.Env;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.config.TokenConfig;
import java.net.URI;

/** What Portal is told by its environment. */
public record PortalConfig(
    String host, int port, URI identity, URI attendance, TokenConfig tokens, HttpConfig http) {
  public static PortalConfig from(Env env) {
    return new PortalConfig(
        env.text("BIND_HOST", "0.0.0.0"),
        env.number("PORTAL_PORT", 18080, 0, 65_535),
        env.neighbour("IDENTITY", 18081),
        env.neighbour("ATTENDANCE", 18082),
        TokenConfig.from(env),
        HttpConfig.from(env));
  }
}
