package id.tixgo.launcher.process;

import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Tickets of one event that are paid at a counter, one after another. */
final class CashSale {
  private static final AtomicInteger NAMES = new AtomicInteger();

  private final PatientClient client;
  private final String event = "cash" + NAMES.incrementAndGet();
  private final String type;
  private final AtomicInteger buyers = new AtomicInteger();

  CashSale(PatientClient client) {
    this.client = client;
    JsonObject made = new JsonObject().put("id", event).put("title", "x");
    client.post(201, "EVENT_PORT", "/events", "", made.put("start_time", "2099-12-31T12:00:00Z"));
    JsonObject sold = new JsonObject().put("event_id", event).put("name", "REGULAR");
    this.type =
        client
            .post(
                201,
                "TICKETING_PORT",
                "/ticket-types",
                "",
                sold.put("quota", 100_000).put("price", 50_000))
            .getString("id");
  }

  /** A paid ticket's transaction. */
  long buy() {
    JsonObject begun = begin();
    long id = begun.getJsonObject("payment").getLong("id");
    JsonObject seen = new JsonObject().put("reference", "R-17").put("reason", "at the counter");
    client.post(200, "PAYMENT_PORT", "/payments/" + id + "/confirm", "", seen);
    return transaction(begun);
  }

  void buyUntil(AtomicBoolean enough) {
    while (!enough.get()) {
      buy();
    }
  }

  /** Somebody who thinks better of it before paying. */
  void cancel() {
    String path = "/transactions/" + transaction(begin()) + "/cancel";
    client.post(200, "PAYMENT_PORT", path, "", new JsonObject());
  }

  /** All of the money, out of the till. */
  void giveBack(long transaction) {
    JsonObject wanted = new JsonObject().put("reason", "Rain").put("refund_key", "k" + transaction);
    String path = "/transactions/" + transaction + "/refund";
    long refund = client.post(202, "PAYMENT_PORT", path, "", wanted).getLong("id");
    JsonObject done = new JsonObject().put("reference", "R-18");
    client.post(200, "PAYMENT_PORT", "/refunds/" + refund + "/confirm", "", done);
  }

  private JsonObject begin() {
    String key = event + "-" + buyers.incrementAndGet();
    JsonObject wanted =
        new JsonObject()
            .put("event_id", event)
            .put("ticket_type_id", type)
            .put("buyer", new JsonObject().put("name", "Buyer " + key));
    String booking = client.post(201, "TICKETING_PORT", "/bookings", key, wanted).getString("id");
    JsonObject how = new JsonObject().put("booking_id", booking).put("payment_method", "cash");
    return client.post(201, "PAYMENT_PORT", "/checkout", key, how);
  }

  private static long transaction(JsonObject begun) {
    return begun.getJsonObject("transaction").getLong("id");
  }
}
