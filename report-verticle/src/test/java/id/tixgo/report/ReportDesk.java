package id.tixgo.report;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Identity, Wallet and Report, and people whose money moves. */
final class ReportDesk implements AutoCloseable {
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  final RunningSystem system;
  private final String serviceToken;

  /** Somebody who has an account, and logs in. */
  record Person(long id, String token) {
    String reports() {
      return "/reports/user/" + id;
    }

    String summary() {
      return "/summaries/user/" + id;
    }
  }

  ReportDesk(String... more) {
    Map<String, String> settings = new HashMap<>(Map.of("FEED_LOOK_MS", "20"));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    system = new RunningSystem(List.of("identity", "wallet", "report"), settings);
    serviceToken = settings.getOrDefault("SERVICE_TOKEN", RunningSystem.SERVICE_TOKEN);
  }

  /** Without a token. */
  ServiceApi report() {
    return system.service("report");
  }

  ServiceApi house() {
    return report().with("X-Service-Token", serviceToken);
  }

  ServiceApi as(Person person) {
    return report().as(person.token());
  }

  ServiceApi wallet() {
    return system.service("wallet").with("X-Service-Token", serviceToken);
  }

  Person newPerson(long amount) {
    JsonObject body =
        new JsonObject()
            .put("full_name", "John Doe")
            .put("email", "person" + PEOPLE.incrementAndGet() + "@example.com")
            .put("password", "password123");
    ServiceApi anyone = system.service("wallet");
    long id = anyone.post("/auth/register", body).expect(201).json().getLong("id");
    body.remove("full_name");
    String token = anyone.post("/auth/login", body).expect(200).text("access_token");
    wallet().post("/users/" + id + "/topup", amount(amount)).expect(200);
    return new Person(id, token);
  }

  /** The number of a transfer that is pending. */
  long begin(Person from, Person to, long amount) {
    JsonObject draft = amount(amount).put("sender_id", from.id()).put("receiver_id", to.id());
    return wallet().post("/transactions", draft).expect(201).json().getLong("id");
  }

  void decide(long transfer, String status) {
    wallet().put("/transactions/" + transfer, new JsonObject().put("status", status)).expect(200);
  }

  Answer make(ServiceApi api, long userId, long transfer) {
    return api.post(
        "/reports", new JsonObject().put("user_id", userId).put("transaction_id", transfer));
  }

  /** Waits until Report knows what Wallet does. */
  void catchUp() {
    long last = wallet().get("/internal/feed?limit=1").expect(200).json().getLong("last");
    Eventually.await("Report has read up to " + last, () -> feed().getLong("seq") >= last);
  }

  JsonObject feed() {
    return report().get("/health/ready").json().getJsonArray("feeds").stream()
        .map(JsonObject.class::cast)
        .filter(feed -> feed.getString("feed").equals("wallet"))
        .findFirst()
        .orElseThrow();
  }

  static JsonObject amount(long amount) {
    return new JsonObject().put("amount", amount);
  }

  @Override
  public void close() {
    system.close();
  }
}
