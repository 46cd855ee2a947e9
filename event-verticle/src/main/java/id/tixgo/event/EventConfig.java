package id.tixgo.event;

import id.tixgo.common.config.Env;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.config.TokenConfig;
import id.tixgo.common.journal.StoreConfig;
import java.net.URI;

/** What Event is told by its environment. */
public record EventConfig(
    String host,
    int port,
    URI identity,
    URI attendance,
    StoreConfig store,
    TokenConfig tokens,
    HttpConfig http) {
  public static EventConfig from(Env env) {
    return new EventConfig(
        env.text("INTERNAL_HOST", "127.0.0.1"),
        env.number("EVENT_PORT", 8000, 0, 65_535),
        env.neighbour("IDENTITY", 18081),
        env.neighbour("ATTENDANCE", 18082),
        StoreConfig.from(env),
        TokenConfig.from(env),
        HttpConfig.from(env));
  }
}
