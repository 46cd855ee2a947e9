package id.tixgo.payment.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import id.tixgo.common.config.Env;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.payment.domain.CreateAnswer;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.KnownPayment;
import id.tixgo.payment.domain.Notice;
import id.tixgo.payment.domain.PaymentGateway;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.PaymentRequest;
import id.tixgo.payment.domain.RefundAnswer;
import id.tixgo.payment.domain.RefundRequest;
import id.tixgo.simulator.Simulator;
import id.tixgo.simulator.SimulatorConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The simulator's gateways, our adapters to them, and the notifications that come. */
final class SimulatedProviders implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final WebClient client = WebClient.create(vertx);
  private final List<Notice> notices = new CopyOnWriteArrayList<>();
  private final String base;
  private final ConfiguredGateways gateways;
  private int made;

  SimulatedProviders() {
    JsonFormat.install();
    SimulatorConfig config = SimulatorConfig.forTests("http://127.0.0.1:" + listen().actualPort());
    Simulator simulator = RunningSystem.await(Simulator.start(vertx, config));
    base = simulator.baseUrl();
    gateways =
        ConfiguredGateways.of(
            vertx,
            GatewaysConfig.from(
                new Env(
                    Map.of(
                        "MIDTRANS_SNAP_URL",
                        base,
                        "MIDTRANS_API_URL",
                        base,
                        "MIDTRANS_SERVER_KEY",
                        config.midtransServerKey(),
                        "XENDIT_URL",
                        base,
                        "XENDIT_SECRET_KEY",
                        config.xenditSecretKey(),
                        "XENDIT_CALLBACK_TOKEN",
                        config.xenditCallbackToken()))));
  }

  private HttpServer listen() {
    return RunningSystem.await(
        vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1"));
  }

  private void take(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              gateways.readers().stream()
                  .filter(reader -> reader.isMeant(request.headers(), body))
                  .map(reader -> reader.read(request.headers(), body))
                  .forEach(notices::add);
              request.response().end();
            });
  }

  List<Notice> notices() {
    return notices;
  }

  PaymentGateway gateway(String name) {
    return gateways.find(name).orElseThrow();
  }

  /** An attempt that waits for its buyer. */
  KnownPayment begin(String gateway, PaymentMethod method) {
    PaymentRequest request = request(method);
    CreateAnswer.Waiting waiting =
        assertInstanceOf(
            CreateAnswer.Waiting.class, RunningSystem.await(gateway(gateway).create(request)));
    return new KnownPayment(request.reference(), waiting.gatewayId());
  }

  PaymentRequest request(PaymentMethod method) {
    made++;
    PaymentRequest sample = PaymentSamples.request(method);
    Instant now = Instant.now();
    return new PaymentRequest(
        "TIX-SIM" + made + "~1",
        method,
        sample.amount(),
        sample.payerId(),
        sample.items(),
        sample.buyer(),
        sample.email(),
        now,
        now.plus(Duration.ofMinutes(15)),
        sample.returnUrl());
  }

  /** What a buyer, his bank or the desk does; completes when we have heard of it. */
  void move(String move, KnownPayment payment, JsonObject details) {
    control(HttpMethod.POST, "/_sim/" + move + '/' + payment.reference(), details);
  }

  void move(String move, KnownPayment payment) {
    move(move, payment, new JsonObject());
  }

  void control(HttpMethod method, String path, JsonObject body) {
    int status =
        RunningSystem.await(client.requestAbs(method, base + path).sendJsonObject(body))
            .statusCode();
    assertEquals(200, status, path);
  }

  GatewayAnswer.Known status(String gateway, KnownPayment payment) {
    return known(gateway(gateway).status(payment));
  }

  GatewayAnswer.Known cancel(String gateway, KnownPayment payment) {
    return known(gateway(gateway).cancel(payment));
  }

  private static GatewayAnswer.Known known(Future<GatewayAnswer> answer) {
    return assertInstanceOf(GatewayAnswer.Known.class, RunningSystem.await(answer));
  }

  /** Gives back all of it, or a third. */
  RefundAnswer refund(String gateway, KnownPayment payment, boolean whole) {
    RefundRequest sample =
        whole ? PaymentSamples.wholeRefund(payment) : PaymentSamples.refund(payment);
    String id = status(gateway, payment).gatewayId().orElseThrow();
    return RunningSystem.await(
        gateway(gateway)
            .refund(
                new RefundRequest(
                    new KnownPayment(payment.reference(), Optional.of(id)),
                    sample.payerId(),
                    sample.key() + '-' + made,
                    sample.amount(),
                    whole,
                    sample.reason())));
  }

  @Override
  public void close() {
    RunningSystem.await(vertx.close());
  }
}
