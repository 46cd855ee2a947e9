package id.tixgo.wallet;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.auth.TokenConfig;
import id.tixgo.common.config.DemoMode;
import id.tixgo.common.config.Env;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.service.Service.Address;
import id.tixgo.common.store.StoreConfig;
import java.net.URI;

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
    URI payment,
    boolean demo,
    int feedLookMs,
    StoreConfig store,
    TokenConfig tokens,
    HttpConfig http) {
  public WalletConfig {
    requireNonNull(address);
    requireNonNull(transfers);
    requireNonNull(identity);
    requireNonNull(payment);
    requireNonNull(store);
    requireNonNull(tokens);
    requireNonNull(http);
  }

  public static WalletConfig from(Env env) {
    HttpConfig http = HttpConfig.from(env);
    return new WalletConfig(
        Address.internal(env, "wallet", 5001),
        Address.internal(env, "wallet", "WALLET_TRANSFERS_PORT", 5002),
        env.publicNeighbour("IDENTITY", 18081),
        env.neighbour("PAYMENT", 8005),
        DemoMode.of(env, http),
        env.number("FEED_LOOK_MS", 1000, 10, 600_000),
        StoreConfig.from(env),
        TokenConfig.from(env),
        http);
  }
}
