package id.tixgo.attendance;

import id.tixgo.common.config.Env;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.config.TokenConfig;
import id.tixgo.common.journal.StoreConfig;
import java.net.URI;

/** What Attendance is told by its environment. */
public record AttendanceConfig(
    String host,
    int port,
    URI identity,
    URI event,
    StoreConfig store,
    TokenConfig tokens,
    HttpConfig http) {
  public static AttendanceConfig from(Env env) {
    return new AttendanceConfig(
        env.text("BIND_HOST", "0.0.0.0"),
        env.number("ATTENDANCE_PORT", 18082, 0, 65_535),
        env.neighbour("IDENTITY", 18081),
        env.neighbour("EVENT", 8000),
        StoreConfig.from(env),
        TokenConfig.from(env),
        HttpConfig.from(env));
  }
}
