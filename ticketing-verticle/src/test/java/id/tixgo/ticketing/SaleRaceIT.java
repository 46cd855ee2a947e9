package id.tixgo.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Rush;
import id.tixgo.common.test.Rush.Request;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What many want at the same instant, over several instances of the service. */
class SaleRaceIT {
  private static final int CLIENTS = 200;
  private static final int ROUNDS = 50;
  private static final int LONGEST_STEP_NS = 8_000_000;

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
  void theLastPlaceOfTwoTypesShouldBeSoldOnce() {
    try (Rush rush = new Rush(office.admin().port(), office.adminToken())) {
      for (int round = 0; round < ROUNDS; round++) {
        String event = office.event(1);
        List<String> types =
            List.of(office.type(event, "REGULAR", 0, 100), office.type(event, "VIP", 0, 100));
        List<Request> requests =
            IntStream.range(0, CLIENTS)
                .mapToObj(
                    i -> Request.post("/bookings", TicketOffice.wanted(event, types.get(i % 2))))
                .toList();
        List<Wire.Reply> replies = rush.send(requests);
        assertEquals(1, count(replies, 201));
        assertEquals(CLIENTS - 1, count(replies, 409));
        assertEquals(1, held(types.get(0)) + held(types.get(1)));
      }
    }
  }

  @Test
  void aBookingThatIsPaidCancelledAndExpiredAtOnceShouldEndInOneWay() {
    String event = office.event(1000);
    String type = office.type(event, "REGULAR", 0, 1000);
    Random random = new Random();
    try (Rush rush = new Rush(office.admin().port(), office.adminToken())) {
      for (int round = 0; round < ROUNDS; round++) {
        String id = office.hold(event, type, 1).text("id");
        office.clock().advance(Duration.ofMinutes(15).minusMillis(1));
        List<Request> requests = new ArrayList<>();
        IntStream.range(0, 10).forEach(i -> requests.addAll(steps(id)));
        Collections.shuffle(requests, random);
        CompletableFuture<Void> expiry = expireWithin(random.nextInt(LONGEST_STEP_NS));
        expectOneTicket(rush.send(requests));
        expiry.join();
        office.clock().advance(Duration.ofMinutes(15));
        expectOneEnd(id, type);
      }
    }
  }

  /** The hold's last millisecond ends in the middle of it all. */
  private static CompletableFuture<Void> expireWithin(long nanos) {
    return CompletableFuture.runAsync(
        () -> {
          LockSupport.parkNanos(nanos);
          office.clock().advance(Duration.ofMillis(1));
        });
  }

  /** Whoever was told that it is paid was told of the same ticket. */
  private static void expectOneTicket(List<Wire.Reply> replies) {
    Set<String> codes =
        replies.stream()
            .filter(reply -> reply.status() == 200)
            .map(reply -> new JsonObject(reply.body()))
            .map(told -> told.getJsonObject("booking", told))
            .flatMap(booking -> booking.getJsonArray("tickets").stream())
            .map(ticket -> ((JsonObject) ticket).getString("ticket_id"))
            .collect(Collectors.toSet());
    assertTrue(codes.size() <= 1, codes::toString);
    assertTrue(replies.stream().allMatch(reply -> Set.of(200, 409).contains(reply.status())));
  }

  /** A body for all: a rush sends none without one. */
  private static List<Request> steps(String id) {
    JsonObject none = new JsonObject();
    return List.of(
        Request.post("/bookings/" + id + "/confirm-payment", none),
        Request.post("/bookings/" + id + "/cancel", new JsonObject().put("force", true)));
  }

  /** It was cancelled by somebody for certain; whatever it was before, it takes nothing now. */
  private static void expectOneEnd(String id, String type) {
    JsonObject booking = office.admin().get("/bookings/" + id).expect(200).json();
    String status = booking.getString("status");
    assertTrue(Set.of("CANCELLED", "EXPIRED", "PAID").contains(status), status);
    JsonObject left = office.admin().get("/ticket-types/" + type).expect(200).json();
    assertEquals(0, left.getInteger("held"));
    boolean paid = status.equals("PAID");
    assertEquals(paid ? 1 : 0, left.getInteger("sold"));
    List<String> states =
        booking.getJsonArray("tickets").stream()
            .map(ticket -> ((JsonObject) ticket).getString("status"))
            .toList();
    assertTrue(states.size() <= 1, states::toString);
    assertTrue(states.stream().allMatch(state -> state.equals(paid ? "valid" : "revoked")));
    office.admin().post("/bookings/" + id + "/cancel", new JsonObject().put("force", true));
  }

  @Test
  void oneKeyShouldMakeOneBooking() {
    String event = office.event(1000);
    String type = office.type(event, "REGULAR", 0, 1000);
    try (Rush rush = new Rush(office.admin().port(), office.adminToken())) {
      List<Request> requests =
          Collections.nCopies(
              CLIENTS,
              new Request(
                  "POST",
                  "/bookings",
                  "Idempotency-Key: rush\r\n",
                  TicketOffice.wanted(event, type)));
      Set<String> ids =
          rush.send(requests).stream()
              .map(reply -> new JsonObject(reply.body()).getString("id"))
              .collect(Collectors.toSet());
      assertEquals(1, ids.size());
    }
    assertEquals(1, held(type));
  }

  private static int held(String type) {
    ServiceApi admin = office.admin();
    return admin.get("/ticket-types/" + type).expect(200).json().getInteger("held");
  }

  private static long count(List<Wire.Reply> replies, int status) {
    return replies.stream().filter(reply -> reply.status() == status).count();
  }
}
