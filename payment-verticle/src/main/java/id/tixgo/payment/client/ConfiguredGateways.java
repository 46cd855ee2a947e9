package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.payment.domain.Gateways;
import id.tixgo.payment.domain.NotificationReader;
import id.tixgo.payment.domain.PaymentGateway;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.WalletCredit;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The gateways of {@code PAYMENT_GATEWAYS}, and Wallet. One per verticle instance. */
public record ConfiguredGateways(
    List<PaymentGateway> all,
    List<NotificationReader> readers,
    WalletCredit wallets,
    PaymentGateway wallet)
    implements Gateways {
  public ConfiguredGateways {
    all = List.copyOf(all);
    readers = List.copyOf(readers);
    requireNonNull(wallets);
    requireNonNull(wallet);
  }

  /** What is asked of Wallet goes one way, whatever it is for. */
  public static ConfiguredGateways of(Vertx vertx, GatewaysConfig config) {
    WalletDoor door = WalletDoor.of(vertx, config.wallets(), config.timeoutMs());
    PaymentGateway wallet = new LoggedGateway(new WalletGateway(door));
    return new ConfiguredGateways(
        config.names().stream()
            .map(name -> name.equals(Gateways.WALLET) ? wallet : gateway(vertx, name, config))
            .toList(),
        config.names().stream().flatMap(name -> reader(name, config).stream()).toList(),
        new WalletTopUps(door),
        wallet);
  }

  private static PaymentGateway gateway(Vertx vertx, String name, GatewaysConfig config) {
    return new LoggedGateway(
        switch (name) {
          case MidtransGateway.NAME -> midtrans(vertx, config);
          case XenditGateway.NAME -> xendit(vertx, config);
          default -> new ManualGateway();
        });
  }

  private static PaymentGateway midtrans(Vertx vertx, GatewaysConfig config) {
    GatewaysConfig.Midtrans account = config.midtrans().orElseThrow();
    return new MidtransGateway(
        http(vertx, MidtransTransaction.NAME, account.snap(), account.serverKey(), config),
        http(vertx, MidtransTransaction.NAME, account.api(), account.serverKey(), config),
        account.notificationUrl());
  }

  private static PaymentGateway xendit(Vertx vertx, GatewaysConfig config) {
    GatewaysConfig.Xendit account = config.xendit().orElseThrow();
    return new XenditGateway(
        http(vertx, XenditInvoice.TITLE, account.url(), account.secretKey(), config));
  }

  private static GatewayHttp http(
      Vertx vertx, String name, URI base, GatewaySecret key, GatewaysConfig config) {
    return new GatewayHttp(vertx, name, base, key, config.timeoutMs());
  }

  private static Optional<NotificationReader> reader(String name, GatewaysConfig config) {
    return switch (name) {
      case MidtransGateway.NAME ->
          config.midtrans().map(account -> new MidtransNotifications(account.serverKey()));
      case XenditGateway.NAME ->
          config.xendit().map(account -> new XenditNotifications(account.callbackToken()));
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<PaymentGateway> findKnown(String name) {
    return find(name).or(() -> Optional.of(wallet).filter(known -> known.name().equals(name)));
  }

  @Override
  public PaymentGateway choose(PaymentMethod method, Optional<String> name) {
    List<PaymentGateway> asked = name.map(this::asked).map(List::of).orElse(all);
    return asked.stream()
        .filter(gateway -> gateway.methods().contains(method))
        .findFirst()
        .orElseThrow(() -> notOffered(method, asked));
  }

  private PaymentGateway asked(String name) {
    return find(name)
        .orElseThrow(
            () ->
                Problem.of(
                        ProblemKind.VALIDATION_ERROR,
                        "UNKNOWN_GATEWAY",
                        "payment_gateway must be one of " + names() + ".")
                    .with("gateways", all.stream().map(PaymentGateway::name).toList()));
  }

  private String names() {
    return all.stream().map(PaymentGateway::name).collect(joining(", "));
  }

  private static Problem notOffered(PaymentMethod method, List<PaymentGateway> asked) {
    List<String> offered =
        Stream.of(PaymentMethod.values())
            .filter(one -> asked.stream().anyMatch(gateway -> gateway.methods().contains(one)))
            .map(PaymentMethod::word)
            .toList();
    return Problem.of(
            ProblemKind.VALIDATION_ERROR,
            "METHOD_NOT_OFFERED",
            "Nobody takes money by "
                + method.word()
                + " here; offered are "
                + String.join(", ", offered)
                + ".")
        .with("offered", offered);
  }
}
