package id.tixgo.attendance;

import id.tixgo.attendance.domain.EventPolicy;
import id.tixgo.common.auth.TokenConfig;
import id.tixgo.common.config.Env;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.service.Service.Address;
import id.tixgo.common.store.StoreConfig;
import java.net.URI;
import java.util.List;

/**
 * What Attendance is told by its environment.
 *
 * @param feedLookMs how often it looks whether Event's and Ticketing's feeds have more
 */
public record AttendanceConfig(
    Address address,
    URI identity,
    URI event,
    URI ticketing,
    EventPolicy events,
    int feedLookMs,
    StoreConfig store,
    TokenConfig tokens,
    HttpConfig http) {
  public static AttendanceConfig from(Env env) {
    return new AttendanceConfig(
        Address.external(env, "attendance", 18082),
        env.publicNeighbour("IDENTITY", 18081),
        env.neighbour("EVENT", 8000),
        env.neighbour("TICKETING", 8003),
        new EventPolicy(
            env.choice("UNKNOWN_EVENTS", "allow", List.of("allow", "refuse")).equals("refuse")),
        env.number("FEED_LOOK_MS", 1000, 10, 600_000),
        StoreConfig.from(env),
        TokenConfig.from(env),
        HttpConfig.from(env));
  }
}
