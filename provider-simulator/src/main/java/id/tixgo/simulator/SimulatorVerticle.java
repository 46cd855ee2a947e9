package id.tixgo.simulator;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.behaviour.Agenda;
import id.tixgo.simulator.behaviour.BoundedLog;
import id.tixgo.simulator.behaviour.Faults;
import id.tixgo.simulator.behaviour.Switches;
import id.tixgo.simulator.control.ControlDoor;
import id.tixgo.simulator.delivery.Courier;
import id.tixgo.simulator.delivery.WebhookSender;
import id.tixgo.simulator.digiflazz.DigiflazzSimulator;
import id.tixgo.simulator.gateway.Stage;
import id.tixgo.simulator.mail.MailDoor;
import id.tixgo.simulator.midtrans.MidtransSimulator;
import id.tixgo.simulator.pay.PayPages;
import id.tixgo.simulator.xendit.XenditSimulator;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;

/** Puts the gateways on one port, all on one event loop. */
final class SimulatorVerticle extends VerticleBase {
  private static final int BODY_LIMIT = 262_144;

  private final SimulatorConfig config;
  private Courier courier;
  private MailDoor mails;
  private volatile int port;
  private volatile int smtpPort;

  SimulatorVerticle(SimulatorConfig config) {
    this.config = requireNonNull(config);
  }

  /** Where it listens, once it does. */
  int port() {
    return port;
  }

  /** Where it takes mails, once it does. */
  int smtpPort() {
    return smtpPort;
  }

  @Override
  public Future<?> start() {
    Stage stage = stage();
    mails = new MailDoor(vertx, config.clock());
    return mails
        .listen(config.host(), config.smtpPort())
        .onSuccess(listening -> smtpPort = listening)
        .compose(listening -> serve(stage));
  }

  private Future<?> serve(Stage stage) {
    return vertx
        .createHttpServer(
            new HttpServerOptions().setHost(config.host()).setHttp2ClearTextEnabled(false))
        .requestHandler(router(stage))
        .listen(config.port())
        .map(HttpServer::actualPort)
        .onSuccess(listening -> port = listening);
  }

  @Override
  public Future<?> stop() {
    courier.close();
    return Future.succeededFuture();
  }

  private Stage stage() {
    Agenda agenda = new Agenda(vertx, config.clock(), config.retryScale());
    Switches switches = new Switches();
    Faults faults = new Faults();
    courier = new Courier(vertx, faults);
    agenda.start();
    WebhookSender deliveries =
        new WebhookSender(
            vertx, agenda, switches, courier, config.webhookUrl(), config.retryScale());
    return new Stage(agenda, switches, faults, deliveries, new BoundedLog());
  }

  private Router router(Stage stage) {
    MidtransSimulator midtrans =
        new MidtransSimulator(stage, config.midtransServerKey(), config.webhookUrl());
    XenditSimulator xendit =
        new XenditSimulator(stage, config.xenditSecretKey(), config.xenditCallbackToken());
    DigiflazzSimulator digiflazz = new DigiflazzSimulator(stage, config.digiflazz());
    Router router = Router.router(vertx);
    BodyHandler body = BodyHandler.create(false).setBodyLimit(BODY_LIMIT);
    router.post().handler(body);
    router.put().handler(body);
    midtrans.mount(router);
    xendit.mount(router);
    digiflazz.mount(router);
    new PayPages(midtrans.pages()).mount(router);
    new PayPages(xendit.pages()).mount(router);
    PayPages.mountStyles(router);
    new ControlDoor(stage, List.of(midtrans, xendit, digiflazz)).mount(router);
    mails.mount(router);
    router
        .get("/health")
        .respond(c -> Future.succeededFuture(new JsonObject().put("status", "UP")));
    return router;
  }
}
