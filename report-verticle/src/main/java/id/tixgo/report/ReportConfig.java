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
    boolean demo,
    int feedLookMs,
    StoreConfig store,
    TokenConfig tokens,
    HttpConfig http) {
  public ReportConfig {
    requireNonNull(address);
    requireNonNull(identity);
    requireNonNull(wallet);
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
        DemoMode.of(env, http),
        env.number("FEED_LOOK_MS", 1000, 10, 600_000),
        StoreConfig.from(env),
        TokenConfig.from(env),
        http);
  }
}
