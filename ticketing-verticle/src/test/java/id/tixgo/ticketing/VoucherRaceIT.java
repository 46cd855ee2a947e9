package id.tixgo.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Rush;
import id.tixgo.common.test.Rush.Request;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A voucher that many use at the same instant, over several instances of the service. */
class VoucherRaceIT {
  private static final int CLIENTS = 200;
  private static final int ROUNDS = 20;

  private static TicketOffice office;

  @BeforeAll
  static void start() {
    office = new TicketOffice(4, Map.of("MAX_OPEN_BOOKINGS", "1000"));
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void aVoucherForOnePlaceShouldBeUsedOnceAndOnceMoreWhenItIsGivenBack() {
    String event = office.event(1000);
    List<String> types =
        List.of(office.type(event, "REGULAR", 10, 500), office.type(event, "VIP", 20, 500));
    office.admin().post("/vouchers", voucher(event)).expect(201);
    List<Request> requests =
        IntStream.range(0, CLIENTS)
            .mapToObj(i -> TicketOffice.wanted(event, types.get(i % 2)).put("voucher", "ONCE"))
            .map(body -> Request.post("/bookings", body))
            .toList();
    try (Rush rush = new Rush(office.admin().port(), office.adminToken())) {
      for (int round = 0; round < ROUNDS; round++) {
        List<Wire.Reply> replies = rush.send(requests);
        assertEquals(1, replies.stream().filter(reply -> reply.status() == 201).count());
        assertEquals(CLIENTS - 1, replies.stream().filter(VoucherRaceIT::isUsedUp).count());
        assertEquals(1, uses());
        assertEquals(1, types.stream().mapToInt(VoucherRaceIT::held).sum());
        cancel(replies);
        assertEquals(0, uses());
      }
    }
  }

  private static JsonObject voucher(String event) {
    return new JsonObject()
        .put("event_id", event)
        .put("code", "ONCE")
        .put("kind", "percent")
        .put("value", 50)
        .put("max_uses", 1);
  }

  private static boolean isUsedUp(Wire.Reply reply) {
    return reply.status() == 409 && reply.body().contains("VOUCHER_USED_UP");
  }

  private static int uses() {
    return office.admin().get("/vouchers/ONCE").expect(200).json().getInteger("used");
  }

  private static void cancel(List<Wire.Reply> replies) {
    replies.stream()
        .filter(reply -> reply.status() == 201)
        .map(reply -> new JsonObject(reply.body()).getString("id"))
        .forEach(id -> office.admin().send("POST", "/bookings/" + id + "/cancel", "").expect(200));
  }

  private static int held(String type) {
    return office.admin().get("/ticket-types/" + type).expect(200).json().getInteger("held");
  }
}
