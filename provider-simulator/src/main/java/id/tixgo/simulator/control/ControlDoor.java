package id.tixgo.simulator.control;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.behaviour.BoundedLog;
import id.tixgo.simulator.delivery.DeliveryAttempt;
import id.tixgo.simulator.gateway.Move;
import id.tixgo.simulator.gateway.MoveDetails;
import id.tixgo.simulator.gateway.SimulatedGateway;
import id.tixgo.simulator.gateway.Stage;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /_sim}: what tests and people do to payments and gateways behind the merchant's back. */
public final class ControlDoor {
  private final Stage stage;
  private final KnownGateways gateways;
  private final NotifyByHand notify;

  public ControlDoor(Stage stage, List<SimulatedGateway> gateways) {
    this.stage = requireNonNull(stage);
    this.gateways = new KnownGateways(gateways);
    this.notify = new NotifyByHand(stage, this.gateways);
  }

  public void mount(Router router) {
    router.put("/_sim/faults").handler(JsonAnswer.of(this::armFault));
    router.get("/_sim/faults").handler(JsonAnswer.of(context -> faults()));
    router.delete("/_sim/faults").handler(JsonAnswer.of(context -> disarmFaults()));
    router.put("/_sim/switches").handler(JsonAnswer.of(this::setSwitches));
    router.get("/_sim/switches").handler(JsonAnswer.of(context -> switches()));
    router.get("/_sim/calls").handler(JsonAnswer.of(c -> find(c, "calls", stage.calls())));
    router
        .get("/_sim/deliveries")
        .handler(JsonAnswer.of(c -> find(c, "deliveries", stage.deliveries().log())));
    router.get("/_sim/payments/:reference").handler(JsonAnswer.of(this::payment));
    router.post("/_sim/reset").handler(JsonAnswer.of(context -> reset()));
    router.post("/_sim/notify/:reference").handler(JsonAnswer.of(notify::send));
    for (Move move : Move.values()) {
      router
          .post("/_sim/" + move.word() + "/:reference")
          .handler(JsonAnswer.of(context -> move(context, move)));
    }
  }

  /** Makes a move; with {@code wait=false} it doesn't wait for the merchant to hear of it. */
  private Future<JsonObject> move(RoutingContext context, Move move) {
    String reference = context.pathParam("reference");
    SimulatedGateway gateway = gateways.of(reference);
    gateway.move(reference, move, MoveDetails.from(JsonAnswer.body(context)));
    boolean waits = !"false".equals(context.request().getParam("wait"));
    Future<List<DeliveryAttempt>> told =
        waits ? stage.deliveries().flush() : Future.succeededFuture(List.of());
    return told.map(attempts -> gateway.payment(reference).put("deliveries", json(attempts)));
  }

  static JsonArray json(List<DeliveryAttempt> attempts) {
    return new JsonArray(attempts.stream().map(DeliveryAttempt::toJson).toList());
  }

  private Future<JsonObject> payment(RoutingContext context) {
    String reference = context.pathParam("reference");
    return Future.succeededFuture(gateways.of(reference).payment(reference));
  }

  private Future<JsonObject> armFault(RoutingContext context) {
    stage.faults().arm(JsonAnswer.body(context));
    return faults();
  }

  private Future<JsonObject> disarmFaults() {
    stage.faults().reset();
    return faults();
  }

  private Future<JsonObject> faults() {
    return Future.succeededFuture(new JsonObject().put("faults", stage.faults().toJson()));
  }

  /** What waited while deliveries were paused leaves when they run again. */
  private Future<JsonObject> setSwitches(RoutingContext context) {
    stage.switches().set(JsonAnswer.body(context));
    return stage.deliveries().flush().compose(told -> switches());
  }

  private Future<JsonObject> switches() {
    return Future.succeededFuture(stage.switches().toJson());
  }

  private static Future<JsonObject> find(RoutingContext context, String name, BoundedLog log) {
    Map<String, String> wanted = new LinkedHashMap<>();
    context.queryParams().forEach(wanted::put);
    return Future.succeededFuture(
        new JsonObject().put("total", log.total()).put(name, log.find(wanted)));
  }

  private Future<JsonObject> reset() {
    stage.reset();
    gateways.all().forEach(SimulatedGateway::reset);
    return switches();
  }
}
