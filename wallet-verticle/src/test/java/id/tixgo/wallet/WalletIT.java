package id.tixgo.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.wallet.Counter.Person;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts, amounts, holds, keys, and who may do what. */
class WalletIT {
  private static Counter counter;

  @BeforeAll
  static void start() {
    counter = new Counter();
  }

  @AfterAll
  static void stop() {
    counter.ledger();
    counter.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.1",
        "33333.33",
        "1e20",
        "\"100\"",
        "-5",
        "0",
        "-0.0",
        "true",
        "null",
        "[1]",
        "{}",
        "10000.5",
        "1e999999999",
        "1e-400",
        "99999999999999999999999",
        "92233720368547759"
      })
  void amountsThatMakeNoSenseShouldBeRefused(String amount) {
    Person person = counter.newPerson(1000);
    String path = person.path();
    send(path + "/topup", "{\"amount\":" + amount + "}").expect(400, "INVALID_AMOUNT");
    send(path + "/debit", "{\"amount\":" + amount + "}").expect(400, "INVALID_AMOUNT");
    String move = "{\"action\":\"credit\",\"amount\":" + amount + "}";
    counter
        .house()
        .with("Content-Type", "application/json")
        .send("PUT", "/internal" + path + "/balance", move)
        .expect(400, "INVALID_AMOUNT");
    String draft = "{\"sender_id\":1,\"receiver_id\":2,\"amount\":" + amount + "}";
    send("/transactions", draft).expect(400, "INVALID_AMOUNT");
    counter.expectBalance(person, "1000.0");
  }

  @Test
  void whatIsNoJsonOrMissingShouldBeRefused() {
    Person person = counter.newPerson();
    send(person.path() + "/topup", "{\"amount\":NaN}").expect(400, "MALFORMED_JSON");
    send(person.path() + "/topup", "{}").expect(400, "INVALID_AMOUNT");
  }

  private static Answer send(String path, String body) {
    return counter.house().with("Content-Type", "application/json").send("POST", path, body);
  }

  @Test
  void largeAmountsShouldStayExact() {
    Person rich = counter.newPerson();
    String path = rich.path();
    send(path + "/topup", "{\"amount\":9007199254740993}").expect(200);
    String balance = counter.house().get(path + "/balance").expect(200).body();
    assertTrue(balance.endsWith("\"balance\":9007199254740993.0}"), balance);
    send(path + "/topup", "{\"amount\":90071992547409930}").expect(400, "INVALID_AMOUNT");
    send(path + "/debit", "{\"amount\":9007199254740993.0}").expect(200);
    counter.expectBalance(rich, "0.0");
  }

  @Test
  void identitysUsersShouldHaveAccounts() {
    String name = counter.system.newUser("committee");
    String token = counter.system.logIn(name, "secret-1");
    long id = counter.system.identity().as(token).get("/auth/me").expect(200).json().getLong("id");
    Eventually.await("the account opens", () -> status("/users/" + id) == 200);
    JsonObject user = counter.house().get("/users/" + id).expect(200).json();
    assertEquals(name, user.getString("full_name"));
    assertEquals(null, user.getString("email"));
  }

  @Test
  void whatADeletedUserLeavesShouldBePaidOut() {
    Person person = counter.newPerson(5);
    Person other = counter.newPerson(10);
    Person empty = counter.newPerson();
    long coming = counter.transfer(other, person, 1).expect(201).json().getLong("id");
    ServiceApi identity = counter.system.identity().as(counter.system.adminToken());
    counter.admin().post(person.path() + "/debit", Counter.amount(2)).expect(403, "FORBIDDEN");
    identity.delete(person.path()).expect(204);
    identity.delete(empty.path()).expect(204);
    Eventually.await("an empty account closes", () -> status(empty.path()) == 404);
    counter.decide(coming, "completed").expect(409, "ACCOUNT_CLOSED");
    counter.transfer(other, person, 1).expect(404, "NOT_FOUND");
    counter.house().post(person.path() + "/topup", Counter.amount(1)).expect(404, "NOT_FOUND");
    ServiceApi admin = counter.admin().with("Idempotency-Key", "left-" + person.id());
    counter.admin().post(person.path() + "/debit", Counter.amount(2)).expect(200);
    counter.expectBalance(person, "3.0");
    admin.post(person.path() + "/debit", Counter.amount(3)).expect(200);
    assertEquals(404, status(person.path()));
    admin.post(person.path() + "/debit", Counter.amount(3)).expect(200);
    counter.admin().post(person.path() + "/debit", Counter.amount(1)).expect(404, "NOT_FOUND");
    counter.admin().post(other.path() + "/debit", Counter.amount(1)).expect(403, "FORBIDDEN");
  }

  private static int status(String path) {
    return counter.house().get(path).status();
  }

  @Test
  void holdsShouldCount() {
    Person from = counter.newPerson(5000);
    Person to = counter.newPerson();
    List<Long> pending =
        IntStream.range(0, 5)
            .mapToObj(i -> counter.transfer(from, to, 1000).expect(201).json().getLong("id"))
            .toList();
    counter.transfer(from, to, 1000).expect(400, "INSUFFICIENT_FUNDS");
    counter
        .as(from)
        .post(from.path() + "/debit", Counter.amount(1))
        .expect(400, "INSUFFICIENT_FUNDS");
    counter.expectBalance(from, "0.0");
    JsonObject held = counter.house().get(from.path() + "/balance").json();
    assertEquals("5000.0", held.getValue("held").toString());
    pending.subList(0, 3).forEach(id -> counter.decide(id, "completed").expect(200));
    pending.subList(3, 5).forEach(id -> counter.decide(id, "failed").expect(200));
    counter.expectBalance(from, "2000.0");
    counter.expectBalance(to, "3000.0");
    long movements = counter.ledger().getLong("movements");
    counter.decide(pending.get(0), "completed").expect(200);
    counter.decide(pending.get(0), "pending").expect(409, "NOT_PENDING");
    counter.decide(pending.get(0), "failed").expect(409, "NOT_PENDING");
    counter.decide(pending.get(4), "completed").expect(409, "NOT_PENDING");
    counter.house().delete("/transactions/" + pending.get(0)).expect(409, "NOT_PENDING");
    assertEquals(movements, counter.ledger().getLong("movements"));
    assertEquals(5, counter.as(to).get("/transactions").expect(200).array().size());
  }

  @Test
  void whatIsTakenBackShouldBeGoneWithItsHold() {
    Person from = counter.newPerson(1000);
    Person to = counter.newPerson();
    long id = counter.transfer(from, to, 1000).expect(201).json().getLong("id");
    counter.decide(id, "pending").expect(200);
    counter.house().delete("/transactions/" + id).expect(200);
    counter.house().delete("/transactions/" + id).expect(404, "NOT_FOUND");
    counter.decide(id, "completed").expect(404, "NOT_FOUND");
    counter.expectBalance(from, "1000.0");
    assertEquals(0, counter.as(from).get("/transactions").expect(200).array().size());
  }

  @Test
  void aSenderShouldTakeBackWhatIsPending() {
    Person from = counter.newPerson(1000);
    Person to = counter.newPerson();
    String path = counter.transfer(from, to, 1000).expect(201).header("Location").orElseThrow();
    counter.as(from).delete(path).expect(200);
    counter.as(from).delete(path).expect(404, "NOT_FOUND");
    counter.expectBalance(from, "1000.0");
    long done = counter.transfer(from, to, 1000).expect(201).json().getLong("id");
    counter.decide(done, "completed").expect(200);
    counter.as(from).delete("/transactions/" + done).expect(409, "NOT_PENDING");
    counter.expectBalance(to, "1000.0");
  }

  @Test
  void aUserShouldNotBeginMoreWhileAHundredArePending() {
    Person from = counter.newPerson(1000);
    Person to = counter.newPerson();
    IntStream.range(0, 100).forEach(i -> counter.transfer(from, to, 1).expect(201));
    long last = counter.transfer(from, to, 1).expect(201).json().getLong("id");
    JsonObject draft = Counter.draft(from, to, 1);
    counter.as(from).post("/transactions", draft).expect(409, "TOO_MANY_PENDING");
    counter.as(from).delete("/transactions/" + last).expect(200);
    counter.as(from).post("/transactions", draft).expect(409, "TOO_MANY_PENDING");
    counter.decide(last - 1, "failed").expect(200);
    counter.as(from).post("/transactions", draft).expect(201);
  }

  @Test
  void transfersToOneselfAndToNobodyShouldBeRefused() {
    Person person = counter.newPerson(1000);
    counter.transfer(person, person, 10).expect(400, "SELF_TRANSFER");
    Person ghost = new Person(999_999, "", "");
    counter.transfer(person, ghost, 10).expect(404, "NOT_FOUND");
    counter.transfer(ghost, person, 10).expect(404, "NOT_FOUND");
    counter.expectBalance(person, "1000.0");
  }

  @Test
  void aClosedAccountShouldTakeNothing() {
    Person from = counter.newPerson(1000);
    Person to = counter.newPerson(1);
    long id = counter.transfer(from, to, 1000).expect(201).json().getLong("id");
    counter.as(to).delete(to.path()).expect(409, "NOT_EMPTY");
    counter.as(from).delete(from.path()).expect(409, "NOT_EMPTY");
    counter.as(to).post(to.path() + "/debit", Counter.amount(1)).expect(200);
    counter.as(to).delete(to.path()).expect(200);
    counter.decide(id, "completed").expect(409, "ACCOUNT_CLOSED");
    counter.decide(id, "failed").expect(200);
    counter.transfer(from, to, 1).expect(404, "NOT_FOUND");
    JsonObject login = new JsonObject().put("email", to.email()).put("password", "password123");
    counter.wallet().post("/auth/login", login).expect(200);
    counter.transfer(from, to, 1).expect(201);
  }

  @Test
  void aRefundShouldOpenAClosedAccount() {
    Person person = counter.newPerson();
    counter.as(person).delete(person.path()).expect(200);
    JsonObject credit = Counter.amount(700).put("action", "credit");
    String path = "/internal" + person.path() + "/balance";
    counter.house().put(path, credit).expect(404, "NOT_FOUND");
    counter.house().put(path, credit.copy().put("purpose", "refund")).expect(200);
    counter.expectBalance(person, "700.0");
    counter.as(person).post(person.path() + "/debit", Counter.amount(700)).expect(200);
    String nobodys = "/internal/users/999999/balance";
    counter.house().put(nobodys, credit.put("purpose", "refund")).expect(404, "NOT_FOUND");
  }

  @Test
  void aKeyShouldStandForOneMovement() {
    Person person = counter.newPerson(10_000);
    ServiceApi keyed = counter.as(person).with("Idempotency-Key", "k1");
    String debit = person.path() + "/debit";
    String first = keyed.post(debit, Counter.amount(5000)).expect(200).body();
    Set<String> again =
        IntStream.range(0, 5)
            .parallel()
            .mapToObj(i -> keyed.post(debit, Counter.amount(5000)).expect(200))
            .peek(a -> assertEquals("true", a.header("Idempotency-Replayed").orElse("")))
            .map(Answer::body)
            .collect(Collectors.toSet());
    assertEquals(Set.of(first), again);
    keyed.post(debit, Counter.amount(6000)).expect(422, "KEY_REUSED");
    counter.expectBalance(person, "5000.0");
    Person other = counter.newPerson();
    JsonObject draft = Counter.draft(person, other, 5000);
    JsonObject begun = keyed.with("X-Note", "x").post("/transactions", draft).json();
    assertEquals("KEY_REUSED", begun.getString("code"));
    ServiceApi second = counter.as(person).with("Idempotency-Key", "k2");
    String made = second.post("/transactions", draft).expect(201).body();
    assertEquals(made, second.post("/transactions", draft).expect(201).body());
  }

  @Test
  void aReferenceShouldStandForOneMovement() {
    Person person = counter.newPerson(10_000);
    JsonObject move =
        Counter.amount(4000).put("action", "debit").put("reference", "TIX-1~" + person.id());
    String path = "/internal" + person.path() + "/balance";
    String first = counter.house().put(path, move).expect(200).body();
    Answer again = counter.house().put(path, move).expect(200);
    assertEquals(first, again.body());
    assertEquals("true", again.header("Idempotency-Replayed").orElse(""));
    counter.house().put(path, move.copy().put("amount", 4001)).expect(422, "KEY_REUSED");
    counter.house().put(path, move.copy().put("action", "credit")).expect(422, "KEY_REUSED");
    counter.expectBalance(person, "6000.0");
    JsonObject back = Counter.amount(4000).put("action", "credit").put("purpose", "refund");
    counter.house().put(path, back).expect(200);
    counter.house().put(path, back).expect(200);
    counter.expectBalance(person, "14000.0");
  }

  @Test
  void whatBecameOfAMovementShouldBeKnownByItsName() {
    Person person = counter.newPerson(10_000);
    String name = "TIX-2~" + person.id();
    String asked = "/internal/movements/" + name;
    counter.house().get(asked).expect(404, "NOT_FOUND");
    JsonObject move = Counter.amount(4000).put("action", "debit").put("reference", name);
    counter.house().put("/internal" + person.path() + "/balance", move).expect(200);
    JsonObject made = counter.house().get(asked).expect(200).json();
    assertEquals("payment", made.getString("purpose"));
    assertEquals("4000.0", made.getValue("amount").toString());
    assertEquals(person.id(), made.getLong("user_id"));
    JsonObject givenUp =
        counter.house().post(asked + "/give-up", new JsonObject()).expect(200).json();
    assertEquals(made, givenUp.getJsonObject("movement"));
    counter.as(person).get(asked).expect(401);
    counter.expectBalance(person, "6000.0");
  }

  /** Of a hundred who ask and give up at once either nobody moves anything or it is known. */
  @Test
  void whatIsGivenUpShouldNeverBeMade() {
    Person person = counter.newPerson(100_000);
    List<Boolean> told =
        IntStream.range(0, 50).parallel().mapToObj(i -> isGivenUpOrMade(person, i)).toList();
    long made = told.stream().filter(was -> was).count();
    counter.expectBalance(person, (100_000 - 1000 * made) + ".0");
  }

  private static boolean isGivenUpOrMade(Person person, int i) {
    String name = "race-" + person.id() + "-" + i;
    JsonObject move = Counter.amount(1000).put("action", "debit").put("reference", name);
    String path = "/internal" + person.path() + "/balance";
    List<Answer> both =
        IntStream.range(0, 2)
            .parallel()
            .mapToObj(
                turn ->
                    turn == i % 2
                        ? counter.house().put(path, move)
                        : counter
                            .house()
                            .post("/internal/movements/" + name + "/give-up", new JsonObject()))
            .toList();
    boolean made = both.get(1 - i % 2).expect(200).json().getBoolean("made");
    assertEquals(made ? 200 : 409, both.get(i % 2).status());
    assertEquals(made ? 200 : 409, counter.house().put(path, move).status());
    return made;
  }

  @Test
  void othersMoneyShouldBeNobodysBusiness() {
    Person own = counter.newPerson(1000);
    Person other = counter.newPerson(1000);
    ServiceApi me = counter.as(own);
    for (String path : List.of("", "/balance")) {
      me.get(other.path() + path).expect(403, "FORBIDDEN");
      me.get("/users/999999" + path).expect(403, "FORBIDDEN");
      me.get(own.path() + path).expect(200);
      counter.admin().get(own.path() + path).expect(200);
      counter.wallet().get(own.path() + path).expect(401, "UNAUTHORIZED");
    }
    JsonObject name = new JsonObject().put("full_name", "Mallory");
    me.put(other.path(), name).expect(403, "FORBIDDEN");
    me.delete(other.path()).expect(403, "FORBIDDEN");
    counter.house().delete(other.path()).expect(401, "UNAUTHORIZED");
    me.post(other.path() + "/debit", Counter.amount(1)).expect(403, "FORBIDDEN");
    counter.admin().post(other.path() + "/debit", Counter.amount(1)).expect(403, "FORBIDDEN");
    me.post(other.path() + "/topup", Counter.amount(1)).expect(403, "FORBIDDEN");
    me.post(own.path() + "/topup", Counter.amount(1)).expect(502, "UPSTREAM_UNREACHABLE");
    counter.admin().post(own.path() + "/topup", Counter.amount(1)).expect(200);
    assertEquals(1, me.get("/users").expect(200).array().size());
    assertTrue(counter.admin().get("/users").expect(200).array().size() > 2);
    counter.expectBalance(other, "1000.0");
  }

  @Test
  void aTransferShouldBeItsTwoUsersOnly() {
    Person from = counter.newPerson(1000);
    Person to = counter.newPerson();
    Person stranger = counter.newPerson();
    counter.as(stranger).post("/transactions", Counter.draft(from, to, 1)).expect(403, "FORBIDDEN");
    counter.admin().post("/transactions", Counter.draft(from, to, 1)).expect(403, "FORBIDDEN");
    long id =
        counter
            .as(from)
            .post("/transactions", Counter.draft(from, to, 1))
            .expect(201)
            .json()
            .getLong("id");
    String path = "/transactions/" + id;
    JsonObject completed = new JsonObject().put("status", "completed");
    for (Person person : List.of(from, to)) {
      counter.as(person).get(path).expect(200);
      counter.as(person).put(path, completed).expect(403, "FORBIDDEN");
    }
    counter.as(to).delete(path).expect(403, "FORBIDDEN");
    counter.as(stranger).delete(path).expect(404, "NOT_FOUND");
    counter.as(stranger).get(path).expect(404, "NOT_FOUND");
    counter.as(stranger).get("/transactions/user/" + from.id()).expect(403, "FORBIDDEN");
    assertEquals(0, counter.as(stranger).get("/transactions").expect(200).array().size());
    counter.wallet().get(path).expect(401, "UNAUTHORIZED");
    counter.wallet().put(path, completed).expect(401, "UNAUTHORIZED");
    counter.wallet().get("/internal" + from.path()).expect(401, "UNAUTHORIZED");
    counter.as(from).get("/internal" + from.path()).expect(401, "UNAUTHORIZED");
    counter.admin().put(path, completed).expect(200);
  }

  @Test
  void listsShouldComeInPages() {
    Person from = counter.newPerson(1000);
    Person to = counter.newPerson();
    for (int i = 0; i < 5; i++) {
      counter.transfer(i % 2 == 0 ? from : to, i % 2 == 0 ? to : from, 1);
    }
    Answer first = counter.as(from).get("/transactions?limit=2").expect(200);
    assertEquals("3", first.header("X-Total-Count").orElse(""));
    String next = first.header("Link").orElseThrow().replaceAll("<(.*)>.*", "$1");
    JsonObject oldest = counter.as(from).get(next).expect(200).array().getJsonObject(0);
    assertTrue(oldest.getLong("id") < first.array().getJsonObject(1).getLong("id"));
  }

  @Test
  void somebodyShouldRegisterOnce() {
    JsonObject body =
        new JsonObject()
            .put("full_name", "Twice")
            .put("email", "twice@example.com")
            .put("password", "password123")
            .put("role", "admin")
            .put("balance", 1_000_000);
    ServiceApi keyed = counter.wallet().with("Idempotency-Key", "r1");
    String first = keyed.post("/auth/register", body).expect(201).body();
    Answer again = keyed.post("/auth/register", body).expect(201);
    assertEquals(first, again.body());
    assertEquals("true", again.header("Idempotency-Replayed").orElse(""));
    assertTrue(first.endsWith("\"balance\":0.0}"), first);
    assertFalse(counter.wallet().post("/users", body).status() < 400);
    body.remove("full_name");
    String token = counter.wallet().post("/auth/login", body).expect(200).text("access_token");
    assertEquals(
        "user", counter.system.identity().as(token).get("/auth/me").expect(200).text("role"));
    body.put("password", "another");
    counter.wallet().post("/auth/login", body).expect(401, "BAD_CREDENTIALS");
  }
}
