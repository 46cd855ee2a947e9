package id.tixgo.wallet;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.auth.TokenConfig;
import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.service.Service.Address;
import id.tixgo.common.store.StoreConfig;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * What Wallet is told by its environment.
 *
 * @param transfers where it listens besides
 * @param demo whether it believes whoever asks without a token, on this machine
 * @param feedLookMs how often it looks whether a feed has more
 */
public record WalletConfig(
    Address address,
    Address transfers,
    URI identity,
    boolean demo,
    int feedLookMs,
    StoreConfig store,
    TokenConfig tokens,
    HttpConfig http) {
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");

  /** Stands in the guide of the system whose calls Wallet answers. */
  private static final String PRINTED_TOKEN = "service_shared_secret_change_this";

  public WalletConfig {
    requireNonNull(address);
    requireNonNull(transfers);
    requireNonNull(identity);
    requireNonNull(store);
    requireNonNull(tokens);
    requireNonNull(http);
  }

  public static WalletConfig from(Env env) {
    boolean demo = env.flag("DEMO", false);
    HttpConfig http = HttpConfig.from(env);
    expectLoopback(env, demo);
    expectSecret(http, demo);
    return new WalletConfig(
        Address.internal(env, "wallet", 5001),
        Address.internal(env, "wallet_transfers", 5002),
        env.publicNeighbour("IDENTITY", 18081),
        demo,
        env.number("FEED_LOOK_MS", 1000, 10, 600_000),
        StoreConfig.from(env),
        TokenConfig.from(env),
        http);
  }

  /** Gateway listens at the public address, and shows Wallet there. */
  private static void expectLoopback(Env env, boolean demo) {
    boolean local =
        LOOPBACK.matcher(env.text("INTERNAL_HOST", "127.0.0.1")).matches()
            && LOOPBACK.matcher(env.text("BIND_HOST", "0.0.0.0")).matches();
    if (demo && !local) {
      throw new ConfigException(
          "DEMO is true, which lets anybody move money: it needs BIND_HOST=127.0.0.1, and"
              + " INTERNAL_HOST, too.");
    }
  }

  private static void expectSecret(HttpConfig http, boolean demo) {
    if (!demo && http.serviceToken().matches(PRINTED_TOKEN)) {
      throw new ConfigException(
          "SERVICE_TOKEN is one that everybody can read in a guide; only DEMO takes it.");
    }
  }
}
