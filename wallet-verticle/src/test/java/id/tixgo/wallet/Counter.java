package id.tixgo.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Identity and Wallet, and people with accounts. */
final class Counter implements AutoCloseable {
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  final RunningSystem system;

  /** Somebody who has an account, and logs in. */
  record Person(long id, String email, String token) {
    String path() {
      return "/users/" + id;
    }
  }

  Counter(String... more) {
    this(List.of("identity", "wallet"), more);
  }

  Counter(List<String> services, String... more) {
    Map<String, String> settings = new HashMap<>(Map.of("FEED_LOOK_MS", "20"));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    system = new RunningSystem(services, settings);
  }

  /** Without a token. */
  ServiceApi wallet() {
    return system.service("wallet");
  }

  ServiceApi house() {
    return wallet().with("X-Service-Token", RunningSystem.SERVICE_TOKEN);
  }

  ServiceApi as(Person person) {
    return wallet().as(person.token());
  }

  ServiceApi admin() {
    return wallet().as(system.adminToken());
  }

  Person newPerson() {
    String email = "person" + PEOPLE.incrementAndGet() + "@example.com";
    JsonObject body =
        new JsonObject()
            .put("full_name", "John Doe")
            .put("email", email)
            .put("password", "password123");
    long id = wallet().post("/auth/register", body).expect(201).json().getLong("id");
    body.remove("full_name");
    String token = wallet().post("/auth/login", body).expect(200).text("access_token");
    return new Person(id, email, token);
  }

  Person newPerson(long amount) {
    Person person = newPerson();
    house().post(person.path() + "/topup", amount(amount)).expect(200);
    return person;
  }

  Answer transfer(Person from, Person to, long amount) {
    return house().post("/transactions", draft(from, to, amount));
  }

  Answer decide(long transfer, String status) {
    return house().put("/transactions/" + transfer, new JsonObject().put("status", status));
  }

  void expectBalance(Person person, String balance) {
    JsonObject seen = house().get(person.path() + "/balance").expect(200).json();
    assertEquals(balance, seen.getValue("balance").toString());
  }

  /** The ledger's sum is zero, whatever happens meanwhile. */
  JsonObject ledger() {
    JsonObject ledger = house().get("/internal/ledger").expect(200).json();
    assertEquals(0, ledger.getLong("sum"));
    return ledger;
  }

  static JsonObject draft(Person from, Person to, long amount) {
    return amount(amount).put("sender_id", from.id()).put("receiver_id", to.id());
  }

  static JsonObject amount(Object amount) {
    return new JsonObject().put("amount", amount);
  }

  @Override
  public void close() {
    system.close();
  }
}
