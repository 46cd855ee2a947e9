package id.tixgo.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Rush;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import id.tixgo.wallet.Counter.Person;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many at once on the same accounts, while somebody looks all the time. */
class WalletRushIT {
  private static final String HOUSE = "X-Service-Token: " + RunningSystem.SERVICE_TOKEN + "\r\n";
  private static Counter counter;

  @BeforeAll
  static void start() {
    counter = new Counter();
  }

  @AfterAll
  static void stop() {
    counter.close();
  }

  @Test
  void aHundredDebitsAtOnceShouldEachBeOne() {
    Person person = counter.newPerson(100_000);
    List<Rush.Request> debits =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    new Rush.Request(
                        "POST",
                        person.path() + "/debit",
                        "Idempotency-Key: d" + i + "\r\n",
                        Counter.amount(1000)))
            .toList();
    long before = counter.ledger().getLong("movements");
    List<Wire.Reply> replies = watched(List.of(person), () -> send(person.token(), debits));
    assertEquals(100, count(replies, 200));
    counter.expectBalance(person, "0.0");
    assertEquals(before + 100, counter.ledger().getLong("movements"));
    counter
        .as(person)
        .post(person.path() + "/debit", Counter.amount(1000))
        .expect(400, "INSUFFICIENT_FUNDS");
  }

  @Test
  void moreDebitsThanThereIsMoneyShouldLeaveNothing() {
    Person person = counter.newPerson(30_500);
    Rush.Request debit = Rush.Request.post(person.path() + "/debit", Counter.amount(1000));
    List<Rush.Request> debits = IntStream.range(0, 100).mapToObj(i -> debit).toList();
    List<Wire.Reply> replies = watched(List.of(person), () -> send(person.token(), debits));
    assertEquals(30, count(replies, 200));
    assertEquals(70, count(replies, 400));
    counter.expectBalance(person, "500.0");
  }

  @Test
  void oppositeTransfersAtOnceShouldAllEnd() {
    Person a = counter.newPerson(250_000);
    Person b = counter.newPerson(250_000);
    Rush.Request there =
        new Rush.Request("POST", "/transactions", HOUSE, Counter.draft(a, b, 1000));
    Rush.Request back = new Rush.Request("POST", "/transactions", HOUSE, Counter.draft(b, a, 1000));
    List<Rush.Request> transfers =
        IntStream.range(0, 500).mapToObj(i -> i % 2 == 0 ? there : back).toList();
    List<Wire.Reply> begun = watched(List.of(a, b), () -> send("", transfers));
    assertEquals(500, count(begun, 201));
    counter.expectBalance(a, "0.0");
    List<Rush.Request> decisions = begun.stream().map(WalletRushIT::completed).toList();
    List<Wire.Reply> decided = watched(List.of(a, b), () -> send("", twice(decisions)));
    assertEquals(1000, count(decided, 200));
    counter.expectBalance(a, "250000.0");
    counter.expectBalance(b, "250000.0");
    assertEquals("0.0", counter.ledger().getValue("held").toString());
  }

  /** Each decision is told twice at once: it counts once. */
  private static List<Rush.Request> twice(List<Rush.Request> requests) {
    return requests.stream().flatMap(request -> Stream.of(request, request)).toList();
  }

  private static Rush.Request completed(Wire.Reply begun) {
    String path = "/transactions/" + new JsonObject(begun.body()).getLong("id");
    return new Rush.Request("PUT", path, HOUSE, new JsonObject().put("status", "completed"));
  }

  private static List<Wire.Reply> send(String token, List<Rush.Request> requests) {
    try (Rush rush = new Rush(counter.wallet().port(), token)) {
      return rush.send(requests);
    }
  }

  private static long count(List<Wire.Reply> replies, int status) {
    return replies.stream().filter(reply -> reply.status() == status).count();
  }

  /** Looks at balances and the ledger until it is done: nothing may be odd at any look. */
  private static List<Wire.Reply> watched(List<Person> people, Supplier<List<Wire.Reply>> rush) {
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Integer> looks = CompletableFuture.supplyAsync(() -> look(people, done));
    List<Wire.Reply> replies = new ArrayList<>();
    try {
      replies.addAll(rush.get());
    } finally {
      done.set(true);
      assertTrue(looks.join() > 0);
    }
    return replies;
  }

  private static int look(List<Person> people, AtomicBoolean done) {
    ServiceApi house = counter.house();
    int looks = 0;
    do {
      for (Person person : people) {
        JsonObject seen = house.get(person.path() + "/balance").expect(200).json();
        assertTrue(seen.getDouble("balance") >= 0, seen::encode);
      }
      counter.ledger();
      looks++;
    } while (!done.get());
    return looks;
  }
}
