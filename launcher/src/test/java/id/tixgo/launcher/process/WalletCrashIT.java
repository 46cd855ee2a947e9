package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Wallet killed again and again under transfers in flight: what was answered is there, nothing is
 * half done, the ledger's sum is zero, and nobody has other than what was answered and what may
 * have been made without an answer. CONTRIBUTING.md has its full size.
 */
@Alone
class WalletCrashIT {
  private static final int ROUNDS = Integer.getInteger("wallet.rounds", 2);
  private static final int TRANSFERS = Integer.getInteger("wallet.transfers", 200);
  private static final int USERS = 5;
  private static final long START = 1_000_000;
  private static final long LOOK_NS = 100_000;
  private static final String SERVICE_TOKEN = "fedcba9876543210fedcba9876543210";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Map<String, String> settings = Tixgo.settings("SERVICE_TOKEN", SERVICE_TOKEN);
  private final List<Tixgo> running = new ArrayList<>();
  private final Random random = random();
  private final Map<Long, JsonObject> idToAnswered = new HashMap<>();
  private int unanswered;

  @AfterEach
  void stop() throws IOException {
    for (Tixgo one : running) {
      one.close();
    }
  }

  @Test
  void nothingShouldBeLostOrHalfDoneWheneverItDies() throws IOException {
    start("identity", "IDENTITY_PORT");
    Tixgo wallet = start("wallet", "WALLET_PORT");
    for (int user = 2; user < 2 + USERS; user++) {
      open(user);
    }
    for (int round = 1; round <= ROUNDS; round++) {
      List<CompletableFuture<HttpResponse<String>>> inFlight = rush();
      awaitSome(inFlight, random.nextInt(TRANSFERS));
      wallet.kill();
      note(inFlight);
      wallet = start("wallet", "WALLET_PORT");
      check();
      System.out.printf(
          "WalletCrashIT round %d: %d answered, %d not%n", round, idToAnswered.size(), unanswered);
    }
  }

  private void awaitSome(List<CompletableFuture<HttpResponse<String>>> inFlight, int count) {
    while (inFlight.stream().filter(CompletableFuture::isDone).count() < count) {
      LockSupport.parkNanos(LOOK_NS);
    }
  }

  private Tixgo start(String service, String port) throws IOException {
    Tixgo started = Tixgo.start(service, settings);
    running.add(started);
    return started.awaitHealthy(settings.get(port));
  }

  private void open(int user) {
    JsonObject body =
        new JsonObject()
            .put("full_name", "User")
            .put("email", "user" + user + "@example.com")
            .put("password", "password123");
    HttpResponse<String> made = send("POST", "/users", body).join();
    assertEquals(201, made.statusCode(), made.body());
    JsonObject amount = new JsonObject().put("amount", START);
    assertEquals(200, send("POST", "/users/" + user + "/topup", amount).join().statusCode());
  }

  /** Transfers that begin, and those of before that end, all at once. */
  private List<CompletableFuture<HttpResponse<String>>> rush() {
    List<CompletableFuture<HttpResponse<String>>> inFlight = new ArrayList<>();
    List<Long> before = pending();
    for (int i = 0; i < TRANSFERS; i++) {
      boolean ends = i < before.size() && i % 2 == 0;
      inFlight.add(ends ? end(before.get(i)) : begin());
    }
    return inFlight;
  }

  private List<Long> pending() {
    return idToAnswered.entrySet().stream()
        .filter(entry -> entry.getValue().getString("status").equals("pending"))
        .map(Map.Entry::getKey)
        .toList();
  }

  private CompletableFuture<HttpResponse<String>> begin() {
    int from = random.nextInt(USERS);
    JsonObject draft =
        new JsonObject()
            .put("sender_id", 2 + from)
            .put("receiver_id", 2 + (from + 1 + random.nextInt(USERS - 1)) % USERS)
            .put("amount", 1 + random.nextInt(20));
    return send("POST", "/transactions", draft);
  }

  private CompletableFuture<HttpResponse<String>> end(long id) {
    String status = random.nextInt(4) == 0 ? "failed" : "completed";
    return send("PUT", "/transactions/" + id, new JsonObject().put("status", status));
  }

  private void note(List<CompletableFuture<HttpResponse<String>>> inFlight) {
    for (CompletableFuture<HttpResponse<String>> one : inFlight) {
      HttpResponse<String> answer = one.exceptionally(dead -> null).join();
      if (answer == null || answer.statusCode() / 100 != 2) {
        unanswered++;
      } else {
        JsonObject transfer = new JsonObject(answer.body());
        idToAnswered.merge(transfer.getLong("id"), transfer, WalletCrashIT::last);
      }
    }
  }

  private static JsonObject last(JsonObject one, JsonObject other) {
    return one.getString("status").equals("pending") ? other : one;
  }

  /** What all transfers add up to is what everybody has. */
  private void check() {
    Map<Long, Long> userToBalance = new HashMap<>();
    long held = 0;
    for (long id = 1; ; id++) {
      HttpResponse<String> answer = send("GET", "/transactions/" + id, new JsonObject()).join();
      if (answer.statusCode() == 404) {
        assertEquals(List.of(), beyond(id));
        break;
      }
      JsonObject transfer = new JsonObject(answer.body());
      expectAsAnswered(transfer);
      long amount = transfer.getLong("amount");
      String status = transfer.getString("status");
      if (!status.equals("failed")) {
        userToBalance.merge(transfer.getLong("sender_id"), -amount, Long::sum);
      }
      if (status.equals("completed")) {
        userToBalance.merge(transfer.getLong("receiver_id"), amount, Long::sum);
      }
      held += status.equals("pending") ? amount : 0;
      idToAnswered.put(id, transfer);
    }
    for (long user = 2; user < 2 + USERS; user++) {
      JsonObject balance = json("/users/" + user + "/balance");
      long expected = START + userToBalance.getOrDefault(user, 0L);
      assertEquals(expected + ".0", balance.getValue("balance").toString());
      assertTrue(expected >= 0);
    }
    JsonObject ledger = json("/internal/ledger");
    assertEquals(0, ledger.getLong("sum"));
    assertEquals(held + ".0", ledger.getValue("held").toString());
    assertEquals(START * USERS + ".0", ledger.getValue("posted").toString());
  }

  private List<Long> beyond(long id) {
    return idToAnswered.keySet().stream().filter(known -> known >= id).toList();
  }

  /** A decision may have been made without an answer; one that was answered stands. */
  private void expectAsAnswered(JsonObject transfer) {
    JsonObject answered = idToAnswered.getOrDefault(transfer.getLong("id"), transfer);
    for (String member : List.of("sender_id", "receiver_id", "amount")) {
      assertEquals(answered.getValue(member), transfer.getValue(member));
    }
    if (!answered.getString("status").equals("pending")) {
      assertEquals(answered.getString("status"), transfer.getString("status"));
    }
  }

  private JsonObject json(String path) {
    HttpResponse<String> answer = send("GET", path, new JsonObject()).join();
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  private CompletableFuture<HttpResponse<String>> send(
      String method, String path, JsonObject body) {
    boolean hasBody = !method.equals("GET");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + settings.get("WALLET_PORT") + path))
            .header("X-Service-Token", SERVICE_TOKEN)
            .header("Content-Type", "application/json")
            .method(
                method,
                hasBody
                    ? HttpRequest.BodyPublishers.ofString(body.encode())
                    : HttpRequest.BodyPublishers.noBody());
    return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Random random() {
    long seed = System.nanoTime();
    System.out.println("WalletCrashIT seed " + seed);
    return new Random(seed);
  }
}
