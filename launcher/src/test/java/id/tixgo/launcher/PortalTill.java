package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.RequestOptions;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.simulator.Simulator;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** A counter whose tickets are also paid online, at a simulated gateway. */
abstract class PortalTill extends PortalCounter {
  private PortalSimulator bank;
  Simulator simulator;

  @Override
  RunningSystem running() {
    bank = new PortalSimulator();
    simulator = bank.simulator;
    return bank.services("midtrans,manual", Map.of());
  }

  @AfterAll
  void closeSimulator() {
    if (bank != null) {
      bank.close();
    }
  }

  ServiceApi cashier() {
    return system.service("payment").as(token);
  }

  /** The buyer begins to pay; what Payment answers. */
  JsonObject checkout(String booking, String method) {
    JsonObject body = new JsonObject().put("booking_id", booking).put("payment_method", method);
    return system.service("payment").as(buyersToken()).post("/checkout", body).expect(201).json();
  }

  /** Two places of the event, paid online for 300,000 rupiah, with their tickets. */
  JsonObject bought() {
    JsonObject begun = begun("qris");
    pay(begun, 300_000);
    String path = "/orders/" + begun.getJsonObject("order").getLong("id");
    Eventually.await(
        "the tickets are issued",
        () -> cashier().get(path).expect(200).text("status").equals("COMPLETED"));
    return begun;
  }

  JsonObject begun(String method) {
    String type = sell("REGULER", 150_000, 20);
    return checkout(hold(buyersToken(), type, 2).text("id"), method);
  }

  /** The gateway takes an amount, whatever was asked for, and has told so. */
  void pay(JsonObject begun, int amount) {
    String reference = begun.getJsonObject("payment").getString("reference").replace("~", "%7E");
    assertEquals(
        200,
        page.request()
            .post(
                simulator.baseUrl() + "/_sim/pay/" + reference,
                RequestOptions.create().setData(Map.of("amount", amount)))
            .status());
  }

  static long transaction(JsonObject begun) {
    return begun.getJsonObject("transaction").getLong("id");
  }
}
