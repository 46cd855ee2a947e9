package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A sale that is paid at a simulated gateway, by services that die meanwhile and a gateway whose
 * answers get lost.
 */
final class OnlineSale {
  private static final int AT_ONCE = 12;
  private static final int PRICE = 50_000;
  private static final String PUBLIC = "GATEWAY_PORT";
  private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final String LOST =
      "{\"match\":\"%s\",\"kind\":\"drop-answer-after-applying\",\"always\":true}";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final PatientClient client;
  private final String simulator;
  private final String event;
  private final int buyers;
  private final AtomicInteger nextBuyer = new AtomicInteger();
  private final AtomicInteger givenBack = new AtomicInteger();
  private final Queue<String> bookings = new ConcurrentLinkedQueue<>();
  private final Queue<String> fromWallet = new ConcurrentLinkedQueue<>();
  private final Queue<String> references = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private String type = "";

  OnlineSale(PatientClient client, String simulator, String event, int buyers) {
    this.client = client;
    this.simulator = simulator;
    this.event = event;
    this.buyers = buyers;
  }

  void open() {
    JsonObject made = new JsonObject().put("id", event).put("title", "x");
    client.post(201, "EVENT_PORT", "/events", "", made.put("start_time", "2099-12-31T12:00:00Z"));
    JsonObject sold =
        new JsonObject().put("event_id", event).put("name", "REGULAR").put("quota", buyers);
    type =
        client
            .post(201, "TICKETING_PORT", "/ticket-types", "", sold.put("price", PRICE))
            .getString("id");
  }

  /** Buyers who want a place each, some at once. */
  List<Thread> rush() {
    List<Thread> threads =
        IntStream.range(0, AT_ONCE).mapToObj(i -> new Thread(this::buyAll)).toList();
    threads.forEach(Thread::start);
    return threads;
  }

  private void buyAll() {
    try {
      for (int i = nextBuyer.incrementAndGet(); i <= buyers; i = nextBuyer.incrementAndGet()) {
        buy(i);
      }
    } catch (RuntimeException | AssertionError e) {
      failures.add(e);
    }
  }

  /** Every third has the money in the wallet; every fifth asks for it back at once. */
  private void buy(int buyer) {
    JsonObject wanted =
        new JsonObject()
            .put("event_id", event)
            .put("ticket_type_id", type)
            .put("buyer", new JsonObject().put("name", "Buyer " + buyer));
    String key = event + "-" + buyer;
    String booking = client.post(201, PUBLIC, "/bookings", key, wanted).getString("id");
    bookings.add(booking);
    long transaction = buyer % 3 == 0 ? payFromWallet(booking, key) : payAtGateway(booking, key);
    if (buyer % 5 == 0) {
      giveBack(transaction, key);
    }
  }

  private long payAtGateway(String booking, String key) {
    JsonObject begun = payable(key, how(booking, "qris"));
    String reference = begun.getJsonObject("payment").getString("reference");
    references.add(reference);
    simulate("POST", "/_sim/pay/" + reference + "?wait=false", "");
    return transaction(begun);
  }

  /** Asks until it is paid. Whose answer gets lost hears it under the same key, paid or not. */
  private long payFromWallet(String booking, String key) {
    fromWallet.add(booking);
    long transaction = 0;
    for (int attempt = 0; ; attempt++) {
      HttpResponse<String> answer =
          client.post(PUBLIC, "/checkout", key + "-" + attempt, how(booking, "wallet"));
      if (attempt > 0 && answer.body().contains("NOT_PAYABLE")) {
        return transaction;
      }
      assertEquals(201, answer.statusCode(), answer.body());
      transaction = transaction(new JsonObject(answer.body()));
      LockSupport.parkNanos(PAUSE_NS);
    }
  }

  private static JsonObject how(String booking, String method) {
    return new JsonObject().put("booking_id", booking).put("payment_method", method);
  }

  private static long transaction(JsonObject begun) {
    return begun.getJsonObject("transaction").getLong("id");
  }

  /** An attempt that came to nothing since somebody died leaves room for another. */
  private JsonObject payable(String key, JsonObject how) {
    for (int attempt = 0; ; attempt++) {
      JsonObject begun = client.post(201, PUBLIC, "/checkout", key + "-" + attempt, how);
      if (begun.getJsonObject("payment").getString("redirect_url") != null) {
        return begun;
      }
      assertTrue(attempt < 1000, "there is never a page to pay at");
      LockSupport.parkNanos(PAUSE_NS);
    }
  }

  private void giveBack(long transaction, String key) {
    JsonObject wanted =
        new JsonObject().put("reason", "Changed my mind").put("refund_key", key).put("force", true);
    HttpResponse<String> answer = refund(transaction, wanted);
    while (answer.body().contains("NOT_PAID")) {
      LockSupport.parkNanos(PAUSE_NS);
      answer = refund(transaction, wanted);
    }
    assertTrue(answer.statusCode() == 200 || answer.statusCode() == 202, answer.body());
    givenBack.incrementAndGet();
  }

  private HttpResponse<String> refund(long transaction, JsonObject wanted) {
    return client.post(PUBLIC, "/transactions/" + transaction + "/refund", "", wanted);
  }

  /** Whatever the payment gateway is asked or tells is done, and no answer of it is heard. */
  void loseAnswers() {
    for (String operation : List.of("create", "status", "refund", "notification")) {
      simulate("PUT", "/_sim/faults", LOST.formatted(operation));
    }
  }

  void hearAnswers() {
    simulate("DELETE", "/_sim/faults", "");
  }

  /** Once all have bought, and gateways have told or were asked. */
  void expectEverybodyHasTicketsOrMoney(List<Thread> threads, Tixgo payment) {
    threads.forEach(OnlineSale::await);
    assertEquals(List.of(), List.copyOf(failures));
    assertEquals(buyers, bookings.size());
    bookings.forEach(booking -> payment.await(() -> isOver(booking)));
    references.forEach(this::expectOneRefundAtMost);
    payment.await(this::ledgerAgrees);
  }

  /** What good tickets have cost that were paid from wallets. */
  long takenFromWallets() {
    return PRICE * fromWallet.stream().filter(one -> !goodTickets(one).isEmpty()).count();
  }

  /** Every ticket that is good, and no other. */
  void expectOnTheDoorsList(Tixgo door) {
    Set<String> good = new HashSet<>();
    for (String booking : bookings) {
      good.addAll(goodTickets(booking));
    }
    door.await(() -> listed().equals(good));
  }

  private Set<String> listed() {
    return client.pages("ATTENDANCE_PORT", "/attendance/" + event + "/tickets?limit=1000").stream()
        .filter(ticket -> ticket.getString("revoked") == null)
        .map(ticket -> ticket.getString("ticket_id"))
        .collect(Collectors.toSet());
  }

  private static void await(Thread buyer) {
    try {
      buyer.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private boolean isOver(String booking) {
    int tickets = goodTickets(booking).size();
    return switch (booking(booking).getString("status")) {
      case "PAID" -> tickets == 1;
      case "REFUNDED" -> tickets == 0;
      default -> false;
    };
  }

  private List<String> goodTickets(String booking) {
    return booking(booking).getJsonArray("tickets").stream()
        .map(JsonObject.class::cast)
        .filter(ticket -> ticket.getString("status").equals("valid"))
        .map(ticket -> ticket.getString("ticket_id"))
        .toList();
  }

  private JsonObject booking(String id) {
    return new JsonObject(client.get("TICKETING_PORT", "/bookings/" + id).body());
  }

  private void expectOneRefundAtMost(String reference) {
    JsonArray refunds =
        new JsonObject(simulate("GET", "/_sim/payments/" + reference, ""))
            .getJsonArray("refunds", new JsonArray());
    assertTrue(refunds.size() <= 1, refunds::encode);
  }

  /** The sum of all accounts is nothing, and the gateway has what is sold and not given back. */
  private boolean ledgerAgrees() {
    JsonObject found = new JsonObject(client.get("PAYMENT_PORT", "/reports/reconciliation").body());
    long sum =
        found.getJsonArray("accounts").stream()
            .mapToLong(account -> ((JsonObject) account).getLong("balance"))
            .sum();
    return sum == 0
        && found.getJsonArray("gateways").stream().allMatch(OnlineSale::agrees)
        && found.getJsonArray("suspense").isEmpty()
        && found.getJsonArray("payouts").isEmpty();
  }

  private static boolean agrees(Object one) {
    JsonObject gateway = (JsonObject) one;
    return gateway.getLong("difference") == 0 && gateway.getInteger("open_refunds") == 0;
  }

  private String simulate(String method, String path, String body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(simulator + path))
              .method(method, BodyPublishers.ofString(body))
              .build();
      HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
      assertEquals(2, answer.statusCode() / 100, answer.body());
      return answer.body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String toString() {
    return "%d paid, %d from wallets, %d given back"
        .formatted(bookings.size(), fromWallet.size(), givenBack.get());
  }
}
