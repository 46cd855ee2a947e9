package id.tixgo.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.Rush;
import id.tixgo.common.test.Rush.Request;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Sse;
import id.tixgo.common.test.Sse.Told;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue before a sale over HTTP, at several instances, on a clock that a test moves. */
class WaitingRoomIT {
  private static TicketOffice office;

  private String event;
  private String type;

  @BeforeAll
  static void start() {
    office = new TicketOffice(4, Map.of("SALES_ADMISSION_RATE", "1"));
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  /** One is in, and the next has to wait until the clock is moved. */
  @BeforeEach
  void fill() {
    event = office.event(1000);
    type = office.type(event, "REGULAR", 0, 1000);
    book(office.buyer()).expect(201);
  }

  @Test
  void oneBuyerShouldHaveOnePlaceAtAllInstances() {
    String token = office.system().tokenOf("user");
    Request join = new Request("PUT", place(), "", new JsonObject());
    try (Rush rush = new Rush(office.admin().port(), token)) {
      Set<String> places =
          rush.send(Collections.nCopies(60, join)).stream()
              .map(Wire.Reply::body)
              .collect(Collectors.toSet());
      assertEquals(1, places.size(), places::toString);
    }
    assertEquals(2, office.buyer().put(place(), none()).expect(200).json().getInteger("position"));
  }

  @Test
  void buyersWhoComeAtOnceShouldHaveAPlaceEach() {
    List<ServiceApi> buyers = IntStream.range(0, 12).mapToObj(i -> office.buyer()).toList();
    List<CompletableFuture<Integer>> joining =
        buyers.stream()
            .map(
                buyer ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          buyer.put(place(), none()).expect(200);
                          return 1;
                        }))
            .toList();
    assertEquals(12, joining.stream().mapToInt(CompletableFuture::join).sum());
    Set<Integer> positions =
        buyers.stream()
            .map(buyer -> buyer.get(place()).expect(200).json().getInteger("position"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(IntStream.rangeClosed(1, 12).boxed().collect(Collectors.toSet()), positions);
  }

  @Test
  void theStreamShouldSayWhatIsSaidWhenAsked() throws IOException {
    String token = office.system().tokenOf("user");
    ServiceApi buyer = office.system().service("ticketing").as(token);
    JsonObject refusal = book(buyer).expect(403, "WAITING_ROOM").json();
    assertEquals(place(), refusal.getString("place"));
    try (Sse stream = Sse.open(buyer.port(), place() + "/stream", token)) {
      Told first = stream.next();
      assertEquals("place", first.kind());
      assertEquals(buyer.get(place()).expect(200).json(), first.data());
      assertEquals(1, first.data().getInteger("position"));
      assertEquals(1, first.data().getInteger("estimated_seconds"));
      office.clock().advance(Duration.ofSeconds(1));
      Told second = lettingIn(stream);
      assertEquals("let_in", second.data().getString("status"));
      assertEquals(buyer.get(place()).expect(200).json(), second.data());
      assertTrue(second.id() > first.id());
    }
    book(buyer).expect(201);
  }

  @Test
  void whoLeavesShouldHaveNoPlace() {
    ServiceApi buyer = office.buyer();
    buyer.get(place()).expect(404, "NOT_FOUND");
    buyer.put(place(), none()).expect(200);
    buyer.delete(place()).expect(204);
    buyer.delete(place()).expect(204);
    buyer.get(place()).expect(404, "NOT_FOUND");
    buyer.get(place() + "/stream").expect(404, "NOT_FOUND");
  }

  @Test
  void theNextShouldBeLetInWithoutBeingAsked() {
    ServiceApi buyer = office.buyer();
    buyer.put(place(), none()).expect(200);
    office.clock().advance(Duration.ofSeconds(1));
    Eventually.await(
        "he is in", () -> buyer.get(place()).json().getString("status").equals("let_in"));
    assertTrue(
        office.buyer().get("/shop/events/" + event).expect(200).json().getBoolean("waiting_room"));
  }

  /** That others came and went may be told before. */
  private static Told lettingIn(Sse stream) {
    Told told = stream.next();
    while ("waiting".equals(told.data().getString("status"))) {
      told = stream.next();
    }
    return told;
  }

  private String place() {
    return "/waiting-rooms/" + event + "/place";
  }

  private Answer book(ServiceApi buyer) {
    return TicketOffice.hold(buyer, event, type, 1);
  }

  private static JsonObject none() {
    return new JsonObject();
  }
}
