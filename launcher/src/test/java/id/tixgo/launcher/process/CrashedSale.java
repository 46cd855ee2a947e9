package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sale of one event by services that die meanwhile, and what was told to its buyers. */
final class CrashedSale {
  private static final int AT_ONCE = 16;
  private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(20);

  private final PatientClient client;
  private final String event;
  private final int places;
  private final AtomicInteger nextBuyer = new AtomicInteger();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private final Queue<String> held = new ConcurrentLinkedQueue<>();
  private final Queue<String> paid = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private String type = "";

  CrashedSale(PatientClient client, String event, int places) {
    this.client = client;
    this.event = event;
    this.places = places;
  }

  void open() {
    JsonObject made = new JsonObject().put("id", event).put("title", "x");
    client.post(201, "EVENT_PORT", "/events", "", made.put("start_time", "2099-12-31T12:00:00Z"));
    JsonObject sold =
        new JsonObject().put("event_id", event).put("name", "REGULAR").put("quota", places);
    type =
        client
            .post(201, "TICKETING_PORT", "/ticket-types", "", sold.put("price", 50000))
            .getString("id");
  }

  /** Buyers who want a place each, some at once. */
  List<Thread> rush(int buyers) {
    List<Thread> threads =
        IntStream.range(0, AT_ONCE).mapToObj(i -> new Thread(() -> buyAll(buyers))).toList();
    threads.forEach(Thread::start);
    return threads;
  }

  private void buyAll(int buyers) {
    try {
      for (int i = nextBuyer.incrementAndGet(); i <= buyers; i = nextBuyer.incrementAndGet()) {
        buy(i);
      }
    } catch (RuntimeException | AssertionError e) {
      failures.add(e);
    }
  }

  /** Every third who has a place doesn't pay. */
  private void buy(int buyer) {
    JsonObject wanted =
        new JsonObject()
            .put("event_id", event)
            .put("ticket_type_id", type)
            .put("buyer", new JsonObject().put("name", "Buyer " + buyer));
    HttpResponse<String> answer =
        client.post("TICKETING_PORT", "/bookings", event + "-" + buyer, wanted);
    if (answer.statusCode() == 409) {
      assertTrue(answer.body().contains("SOLD_OUT"), answer.body());
      turnedAway.incrementAndGet();
      return;
    }
    assertEquals(201, answer.statusCode(), answer.body());
    String id = new JsonObject(answer.body()).getString("id");
    held.add(id);
    if (buyer % 3 != 0) {
      pay(id);
    }
  }

  /** Whose hold has ended while nobody was there to take the money has a place if one is left. */
  private void pay(String id) {
    JsonObject cash = new JsonObject().put("method", "cash");
    HttpResponse<String> answer =
        client.post("TICKETING_PORT", "/bookings/" + id + "/confirm-payment", "", cash);
    if (answer.statusCode() == 409) {
      assertTrue(answer.body().contains("SOLD_OUT"), answer.body());
      return;
    }
    assertEquals(200, answer.statusCode(), answer.body());
    paid.add(id);
  }

  /**
   * Once all have bought: what was answered is stored, once, and no more is taken than there is.
   */
  void expectAllSoldOnce(List<Thread> buyers) {
    buyers.forEach(CrashedSale::await);
    assertEquals(List.of(), List.copyOf(failures));
    JsonObject left = ticketType();
    assertEquals(paid.size(), left.getInteger("sold"));
    assertTrue(left.getInteger("sold") + left.getInteger("held") <= places, left::encode);
    assertTrue(held.size() >= places, "a place was never offered");
    List<JsonObject> bookings = bookings();
    assertEquals(new TreeSet<>(held), ids(bookings.stream()));
    assertEquals(new TreeSet<>(paid), ids(bookings.stream().filter(b -> isIn(b, "PAID"))));
    bookings.forEach(CrashedSale::expectItsTickets);
    assertEquals(paid.size(), codes(bookings).size());
  }

  private static void await(Thread buyer) {
    try {
      buyer.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void expectItsTickets(JsonObject booking) {
    assertEquals(isIn(booking, "PAID") ? 1 : 0, booking.getJsonArray("tickets").size());
    assertFalse(isIn(booking, "CANCELLED") || isIn(booking, "REFUNDED"), booking::encode);
  }

  /** Every ticket that was issued, and no other. */
  void expectOnTheDoorsList(Tixgo door) {
    Set<String> issued = codes(bookings());
    door.await(() -> listed().equals(issued));
  }

  private Set<String> listed() {
    Set<String> codes = new HashSet<>();
    client
        .pages("ATTENDANCE_PORT", "/attendance/" + event + "/tickets?limit=1000")
        .forEach(ticket -> codes.add(ticket.getString("ticket_id")));
    return codes;
  }

  /** Not before they said, and from then on their places can be had again. */
  void expectHoldsToEnd() {
    Instant last =
        bookings().stream()
            .filter(booking -> !isIn(booking, "PAID"))
            .map(booking -> booking.getInstant("expires_at"))
            .max(Instant::compareTo)
            .orElse(Instant.MIN);
    while (!Instant.now().isAfter(last)) {
      LockSupport.parkNanos(PAUSE_NS);
    }
    JsonObject left = ticketType();
    assertEquals(0, left.getInteger("held"));
    assertEquals(places - paid.size(), left.getInteger("available"));
    for (JsonObject booking : bookings()) {
      boolean ended = isIn(booking, "EXPIRED");
      assertTrue(ended || isIn(booking, "PAID"), booking::encode);
      assertFalse(
          ended && booking.getInstant("updated_at").isBefore(booking.getInstant("expires_at")),
          booking::encode);
    }
  }

  private JsonObject ticketType() {
    return new JsonObject(client.get("TICKETING_PORT", "/ticket-types/" + type).body());
  }

  private List<JsonObject> bookings() {
    return client.pages("TICKETING_PORT", "/bookings?limit=1000&event_id=" + event);
  }

  private static boolean isIn(JsonObject booking, String status) {
    return booking.getString("status").equals(status);
  }

  private static Set<String> ids(Stream<JsonObject> bookings) {
    Set<String> ids = new TreeSet<>();
    bookings.forEach(booking -> ids.add(booking.getString("id")));
    return ids;
  }

  private static Set<String> codes(List<JsonObject> bookings) {
    Set<String> codes = new HashSet<>();
    bookings.stream()
        .flatMap(booking -> booking.getJsonArray("tickets").stream())
        .forEach(ticket -> codes.add(((JsonObject) ticket).getString("ticket_id")));
    return codes;
  }

  @Override
  public String toString() {
    return "%d held, %d paid, %d turned away".formatted(held.size(), paid.size(), turnedAway.get());
  }
}
