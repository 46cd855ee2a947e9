package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Ticketing killed again and again in the middle of a sale to more buyers than there are places:
 * nothing is sold twice, and nothing that was answered is lost.
 */
@Alone
class SaleCrashIT {
  private static final int PLACES = 400;
  private static final int BUYERS = 1200;
  private static final int AT_ONCE = 8;
  private static final int DEATHS = 5;
  private static final int LONGEST_MS = 1200;

  private final Map<String, String> settings =
      Tixgo.settings("MAX_OPEN_BOOKINGS", "1000", "FEED_LOOK_MS", "50");
  private final AtomicInteger nextBuyer = new AtomicInteger();
  private final Queue<String> paid = new ConcurrentLinkedQueue<>();
  private final Queue<String> held = new ConcurrentLinkedQueue<>();
  private String token;
  private String type;

  @Test
  void nothingShouldBeSoldTwiceOrLostWheneverItDies() throws IOException {
    Random random = random();
    try (Tixgo neighbours = neighbours()) {
      neighbours
          .awaitHealthy(settings.get("IDENTITY_PORT"))
          .awaitHealthy(settings.get("EVENT_PORT"));
      token = Tixgo.logIn(settings.get("IDENTITY_PORT"));
      made("EVENT_PORT", "/events", event());
      Tixgo ticketing = start();
      type = made("TICKETING_PORT", "/ticket-types", ticketType()).getString("id");
      List<CompletableFuture<Void>> buyers =
          IntStream.range(0, AT_ONCE).mapToObj(i -> CompletableFuture.runAsync(this::buy)).toList();
      for (int death = 0; death < DEATHS; death++) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MS)));
        ticketing.kill();
        ticketing.close();
        ticketing = start();
      }
      buyers.forEach(CompletableFuture::join);
      expectAllSoldOnce();
      ticketing.close();
    }
  }

  /** Every third buyer doesn't pay. */
  private void buy() {
    for (int i = nextBuyer.incrementAndGet(); i <= BUYERS; i = nextBuyer.incrementAndGet()) {
      HttpResponse<String> answer = untilAnswered("/bookings", "b" + i, booking());
      if (answer.statusCode() == 409) {
        assertTrue(answer.body().contains("SOLD_OUT"), answer.body());
        continue;
      }
      assertEquals(201, answer.statusCode(), answer.body());
      String id = new JsonObject(answer.body()).getString("id");
      held.add(id);
      if (i % 3 != 0) {
        String path = "/bookings/" + id + "/confirm-payment";
        assertEquals(200, untilAnswered(path, "", "{}").statusCode());
        paid.add(id);
      }
    }
  }

  private void expectAllSoldOnce() {
    JsonObject left = json("/ticket-types/" + type);
    assertEquals(PLACES, left.getInteger("sold") + left.getInteger("held"));
    assertEquals(paid.size(), left.getInteger("sold"));
    assertEquals(PLACES, held.size());
    List<JsonObject> bookings = bookings();
    assertEquals(PLACES, bookings.size());
    Set<String> codes = new HashSet<>();
    Set<String> paidRows = new HashSet<>();
    for (JsonObject booking : bookings) {
      JsonArray tickets = booking.getJsonArray("tickets");
      boolean isPaid = booking.getString("status").equals("PAID");
      assertEquals(isPaid ? 1 : 0, tickets.size());
      tickets.forEach(ticket -> codes.add(((JsonObject) ticket).getString("ticket_id")));
      if (isPaid) {
        paidRows.add(booking.getString("id"));
      }
    }
    assertEquals(Set.copyOf(paid), paidRows);
    assertEquals(paid.size(), codes.size());
  }

  private List<JsonObject> bookings() {
    String answer = get("/bookings?limit=1000&event_id=e1");
    List<JsonObject> all = new ArrayList<>();
    new JsonArray(answer).forEach(booking -> all.add((JsonObject) booking));
    return all;
  }

  private JsonObject json(String path) {
    return new JsonObject(get(path));
  }

  private String get(String path) {
    try {
      return Tixgo.send("GET", settings.get("TICKETING_PORT"), path, token, "").body();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private JsonObject made(String portName, String path, String body) throws IOException {
    HttpResponse<String> answer = Tixgo.send("POST", settings.get(portName), path, token, body);
    assertEquals(201, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  /** The first answer that says anything; whoever is asked may be dead. */
  private HttpResponse<String> untilAnswered(String path, String key, String body) {
    while (true) {
      try {
        HttpResponse<String> answer =
            Tixgo.send("POST", settings.get("TICKETING_PORT"), path, token, key, body);
        if (answer.statusCode() < 500) {
          return answer;
        }
      } catch (IOException e) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }
  }

  private Tixgo neighbours() throws IOException {
    settings.put("SERVICES", "identity,event");
    Tixgo both = Tixgo.start("all", settings);
    settings.remove("SERVICES");
    return both;
  }

  private Tixgo start() throws IOException {
    return Tixgo.start("ticketing", settings).awaitHealthy(settings.get("TICKETING_PORT"));
  }

  private static String event() {
    return "{\"id\":\"e1\",\"title\":\"x\",\"start_time\":\"2099-12-31T12:00:00Z\"}";
  }

  private static String ticketType() {
    return new JsonObject()
        .put("event_id", "e1")
        .put("name", "REGULAR")
        .put("price", 0)
        .put("quota", PLACES)
        .encode();
  }

  private String booking() {
    return new JsonObject()
        .put("event_id", "e1")
        .put("ticket_type_id", type)
        .put("quantity", 1)
        .encode();
  }

  private static Random random() {
    long seed = System.nanoTime();
    System.out.println("SaleCrashIT seed " + seed);
    return new Random(seed);
  }
}
