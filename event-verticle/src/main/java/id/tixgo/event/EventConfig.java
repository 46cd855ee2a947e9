package id.tixgo.event;

import id.tixgo.common.auth.TokenConfig;
import id.tixgo.common.config.Env;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.service.Service.Address;
import id.tixgo.common.store.StoreConfig;
import java.net.URI;

/** What Event is told by its environment. */
public record EventConfig(
    Address address,
    URI identity,
    URI attendance,
    URI ticketing,
    StoreConfig store,
    TokenConfig tokens,
    HttpConfig http) {
  public static EventConfig from(Env env) {
    return new EventConfig(
        Address.internal(env, "event", 8000),
        env.publicNeighbour("IDENTITY", 18081),
        env.publicNeighbour("ATTENDANCE", 18082),
        env.neighbour("TICKETING", 8003),
        StoreConfig.from(env),
        TokenConfig.from(env),
        HttpConfig.from(env));
  }
}
