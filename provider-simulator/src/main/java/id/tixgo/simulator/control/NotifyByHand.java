package id.tixgo.simulator.control;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.delivery.DeliveryAttempt;
import id.tixgo.simulator.delivery.RetryRule;
import id.tixgo.simulator.delivery.SentWebhook;
import id.tixgo.simulator.gateway.NotificationWish;
import id.tixgo.simulator.gateway.SimulatedGateway;
import id.tixgo.simulator.gateway.Stage;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Notifications by hand: again, several at once, of earlier states, forged. Each is sent once,
 * whatever the merchant answers.
 */
final class NotifyByHand {
  private static final int MOST = 1_000;

  private final Stage stage;
  private final KnownGateways gateways;

  NotifyByHand(Stage stage, KnownGateways gateways) {
    this.stage = requireNonNull(stage);
    this.gateways = requireNonNull(gateways);
  }

  Future<JsonObject> send(RoutingContext context) {
    String reference = context.pathParam("reference");
    JsonObject wish = JsonAnswer.body(context);
    List<SentWebhook> deliveries = deliveries(gateway(reference, wish), reference, wish);
    Future<List<DeliveryAttempt>> sent =
        wish.getBoolean("concurrent", false) ? allAtOnce(deliveries) : oneByOne(deliveries);
    return sent.map(all -> new JsonObject().put("deliveries", ControlDoor.json(all)));
  }

  /** A stranger's payment has to say whose it is; unless it does, it is Midtrans's. */
  private SimulatedGateway gateway(String reference, JsonObject wish) {
    return gateways.know(reference)
        ? gateways.of(reference)
        : gateways.named(wish.getString("gateway", "midtrans"));
  }

  private static List<SentWebhook> deliveries(
      SimulatedGateway gateway, String reference, JsonObject wish) {
    int times = wish.getInteger("times", 1);
    if (times < 1 || times > MOST) {
      throw new IllegalArgumentException("times must be a number from 1 to " + MOST + ".");
    }
    List<SentWebhook> all = new ArrayList<>();
    for (Optional<String> status : order(wish)) {
      SentWebhook one = gateway.notification(reference, NotificationWish.from(status, wish));
      all.addAll(Collections.nCopies(times, one.withRule(RetryRule.NONE)));
    }
    return all;
  }

  private static List<Optional<String>> order(JsonObject wish) {
    JsonArray order = wish.getJsonArray("order", new JsonArray());
    return order.isEmpty()
        ? List.of(Optional.ofNullable(wish.getString("status")))
        : order.stream().map(word -> Optional.of((String) word)).toList();
  }

  private Future<List<DeliveryAttempt>> allAtOnce(List<SentWebhook> deliveries) {
    return flat(
        Future.all(deliveries.stream().map(stage.deliveries()::sendNow).toList())
            .map(all -> all.list()));
  }

  private Future<List<DeliveryAttempt>> oneByOne(List<SentWebhook> deliveries) {
    Future<List<DeliveryAttempt>> all = Future.succeededFuture(List.of());
    for (SentWebhook delivery : deliveries) {
      all =
          all.compose(
              before ->
                  stage.deliveries().sendNow(delivery).map(attempts -> joined(before, attempts)));
    }
    return all;
  }

  private static Future<List<DeliveryAttempt>> flat(Future<List<List<DeliveryAttempt>>> lists) {
    return lists.map(all -> all.stream().flatMap(List::stream).toList());
  }

  private static List<DeliveryAttempt> joined(
      List<DeliveryAttempt> before, List<DeliveryAttempt> after) {
    List<DeliveryAttempt> all = new ArrayList<>(before);
    all.addAll(after);
    return all;
  }
}
