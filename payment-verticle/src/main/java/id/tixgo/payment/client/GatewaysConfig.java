package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.payment.domain.Gateways;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where money can be paid, and what that takes.
 *
 * @param names the gateways in the order of preference: {@code midtrans}, {@code xendit}, {@code
 *     wallet}, {@code manual}
 * @param midtrans its account, where it is one of them
 * @param xendit its account, where it is one of them
 * @param wallets where Wallet answers, also where it isn't one of them any more: what is paid for
 *     wallets still has to come into them
 * @param timeoutMs the longest that a call to a gateway may take
 */
public record GatewaysConfig(
    List<String> names,
    Optional<Midtrans> midtrans,
    Optional<Xendit> xendit,
    Wallets wallets,
    int timeoutMs) {
  private static final String NAMES = "PAYMENT_GATEWAYS";
  private static final String SERVER_KEY = "MIDTRANS_SERVER_KEY";
  private static final String SECRET_KEY = "XENDIT_SECRET_KEY";
  private static final List<String> KNOWN =
      List.of(MidtransGateway.NAME, XenditGateway.NAME, Gateways.WALLET, ManualGateway.NAME);

  /** So begin the keys that Midtrans gives out for its sandbox. */
  private static final String SANDBOX = "SB-";

  /**
   * An account at Midtrans.
   *
   * @param snap where Snap answers
   * @param api where the Core API answers
   * @param notificationUrl where notifications are sent; empty for what its dashboard says
   */
  public record Midtrans(
      URI snap, URI api, GatewaySecret serverKey, Optional<String> notificationUrl) {
    public Midtrans {
      requireNonNull(snap);
      requireNonNull(api);
      requireNonNull(serverKey);
      requireNonNull(notificationUrl);
    }

    private static Midtrans from(Env env) {
      String key = required(env, SERVER_KEY, MidtransGateway.NAME);
      String sandbox = key.startsWith(SANDBOX) ? "sandbox." : "";
      return new Midtrans(
          env.url("MIDTRANS_SNAP_URL", "https://app." + sandbox + "midtrans.com"),
          env.url("MIDTRANS_API_URL", "https://api." + sandbox + "midtrans.com"),
          new GatewaySecret(key),
          env.text("MIDTRANS_NOTIFICATION_URL"));
    }
  }

  /** An account at Xendit, whose key says whether it is for tests. */
  public record Xendit(URI url, GatewaySecret secretKey, GatewaySecret callbackToken) {
    public Xendit {
      requireNonNull(url);
      requireNonNull(secretKey);
      requireNonNull(callbackToken);
    }

    private static Xendit from(Env env) {
      return new Xendit(
          env.url("XENDIT_URL", "https://api.xendit.co"),
          new GatewaySecret(required(env, SECRET_KEY, XenditGateway.NAME)),
          new GatewaySecret(required(env, "XENDIT_CALLBACK_TOKEN", XenditGateway.NAME)));
    }
  }

  /** Our own neighbour, whose users' money it is. */
  public record Wallets(URI address, HttpConfig http) {
    public Wallets {
      requireNonNull(address);
      requireNonNull(http);
    }

    private static Wallets from(Env env) {
      return new Wallets(env.neighbour("WALLET", 5001), HttpConfig.from(env));
    }
  }

  public GatewaysConfig {
    names = List.copyOf(names);
    requireNonNull(midtrans);
    requireNonNull(xendit);
    requireNonNull(wallets);
  }

  public static GatewaysConfig from(Env env) {
    List<String> names = names(env);
    return new GatewaysConfig(
        names,
        Optional.of(env).filter(e -> names.contains(MidtransGateway.NAME)).map(Midtrans::from),
        Optional.of(env).filter(e -> names.contains(XenditGateway.NAME)).map(Xendit::from),
        Wallets.from(env),
        env.number("GATEWAY_TIMEOUT_MS", 10_000, 100, 14_000));
  }

  private static List<String> names(Env env) {
    List<String> names =
        env.list(NAMES, String.join(",", withKeys(env))).stream().distinct().toList();
    if (names.isEmpty() || !KNOWN.containsAll(names)) {
      throw new ConfigException(
          NAMES
              + " is '"
              + env.text(NAMES, "")
              + "', but must name some of "
              + String.join(", ", KNOWN)
              + ", with commas between.");
    }
    return names;
  }

  private static List<String> withKeys(Env env) {
    List<String> names = new ArrayList<>();
    env.text(SERVER_KEY).ifPresent(key -> names.add(MidtransGateway.NAME));
    env.text(SECRET_KEY).ifPresent(key -> names.add(XenditGateway.NAME));
    env.text("WALLET_BASE_URL").ifPresent(url -> names.add(Gateways.WALLET));
    names.add(ManualGateway.NAME);
    return names;
  }

  private static String required(Env env, String variable, String gateway) {
    return env.text(variable)
        .orElseThrow(
            () -> new ConfigException(variable + " must be set for the gateway " + gateway + "."));
  }
}
