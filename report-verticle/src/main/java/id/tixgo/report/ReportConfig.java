package id.tixgo.report;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.auth.TokenConfig;
import id.tixgo.common.config.DemoMode;
import id.tixgo.common.config.Env;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.service.Service.Address;
import id.tixgo.common.store.StoreConfig;
import java.net.URI;

/**
 * What Report is told by its environment.
 *
 * @param demo whether it believes whoever asks without a token, on this machine
 * @param feedLookMs how often it looks whether a feed has more
 */
public record ReportConfig(
    Address address,
    URI identity,
    URI wallet,
    URI event,
    URI ticketing,
    URI payment,
    URI attendance,
    boolean demo,
    int feedLookMs,
    StoreConfig store,
    TokenConfig tokens,
    HttpConfig http) {
  public ReportConfig {
    requireNonNull(address);
    requireNonNull(identity);
    requireNonNull(wallet);
    requireNonNull(event);
    requireNonNull(ticketing);
    requireNonNull(payment);
    requireNonNull(attendance);
    requireNonNull(store);
    requireNonNull(tokens);
    requireNonNull(http);
  }

  public static ReportConfig from(Env env) {
    HttpConfig http = HttpConfig.from(env);
    return new ReportConfig(
        Address.internal(env, "report", 5004),
        env.publicNeighbour("IDENTITY", 18081),
        env.neighbour("WALLET", 5001),
        env.neighbour("EVENT", 8000),
        env.neighbour("TICKETING", 8003),
        env.neighbour("PAYMENT", 8005),
        env.publicNeighbour("ATTENDANCE", 18082),
        DemoMode.of(env, http),
        env.number("FEED_LOOK_MS", 1000, 10, 600_000),
        StoreConfig.from(env),
        TokenConfig.from(env),
        http);
  }
}
