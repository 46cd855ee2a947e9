package id.tixgo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.report.ReportDesk.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports of users' money, from outside. */
class ReportIT {
  private static ReportDesk desk;
  private static Person john;
  private static Person jane;

  @BeforeAll
  static void start() {
    desk = new ReportDesk();
    john = desk.newPerson(100_000);
    jane = desk.newPerson(5_000);
    desk.decide(desk.begin(john, jane, 30_000), "completed");
    desk.decide(desk.begin(jane, john, 2_000), "failed");
    JsonObject payment = ReportDesk.amount(7_000).put("action", "debit");
    desk.wallet().put("/internal/users/" + john.id() + "/balance", payment).expect(200);
    JsonObject refund = ReportDesk.amount(4_000).put("action", "credit").put("purpose", "refund");
    desk.wallet().put("/internal/users/" + john.id() + "/balance", refund).expect(200);
    desk.catchUp();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @Test
  void aSummaryShouldBeTheLedgers() {
    desk.catchUp();
    for (Person person : List.of(john, jane)) {
      JsonObject sum = desk.as(person).get(person.summary()).expect(200).json();
      String path = "/users/" + person.id() + "/balance";
      JsonObject balance = desk.wallet().get(path).expect(200).json();
      long held = balance.getDouble("held", 0.0).longValue();
      assertEquals(
          balance.getDouble("balance").longValue() + held,
          sum.getLong("total_topup") + sum.getLong("total_received") - sum.getLong("total_spent"));
    }
    JsonObject sum = desk.house().get(john.summary()).expect(200).json();
    assertEquals(37_000, sum.getLong("total_spent"));
    assertEquals(4_000, sum.getLong("total_received"));
    assertEquals(4, sum.getLong("total_transactions"));
  }

  @Test
  void whoHasNoMoneyShouldHaveAnEmptySummary() {
    assertEquals(
        "{\"user_id\":987,\"total_transactions\":0,\"total_spent\":0,\"total_received\":0,"
            + "\"total_topup\":0,\"last_transaction\":null}",
        desk.house().get("/summaries/user/987").expect(200).body());
    JsonObject page = desk.house().get("/reports/user/987").expect(200).json();
    assertEquals(new JsonArray(), page.getJsonArray("reports"));
  }

  @Test
  void onlyTheOwnerStaffAndServicesShouldSee() {
    ServiceApi admin = desk.report().as(desk.system.adminToken());
    for (String path : List.of(john.reports(), john.summary())) {
      desk.as(john).get(path).expect(200);
      admin.get(path).expect(200);
      desk.as(jane).get(path).expect(403, "FORBIDDEN");
      desk.report().get(path).expect(401, "UNAUTHORIZED");
    }
    desk.make(desk.as(jane), john.id(), 1).expect(403, "FORBIDDEN");
    desk.make(desk.as(john), john.id(), 1).expect(201);
    desk.as(john).send("POST", "/sync/all", "").expect(403, "FORBIDDEN");
    desk.as(john).get("/sync/all").expect(403, "FORBIDDEN");
    admin.send("POST", "/sync/all", "").expect(200);
  }

  @Test
  void pagesShouldBeInOrder() {
    Person merchant = desk.newPerson(1);
    Person buyer = desk.newPerson(1_000);
    List<Long> all = IntStream.range(0, 5).mapToObj(i -> desk.begin(buyer, merchant, 1)).toList();
    for (int i : List.of(4, 0, 2, 1, 3)) {
      desk.decide(all.get(i), "completed");
    }
    desk.catchUp();
    assertEquals(all.subList(0, 2), numbers(merchant, "?page=1&per_page=2"));
    assertEquals(all.subList(4, 5), numbers(merchant, "?page=3&per_page=2"));
    assertEquals(List.of(), numbers(merchant, "?page=4&per_page=2"));
    assertEquals(List.of(), numbers(merchant, "?page=1000000000&per_page=1000"));
    assertEquals(all, numbers(merchant, ""));
  }

  private static List<Long> numbers(Person person, String query) {
    JsonObject page = desk.as(person).get(person.reports() + query).expect(200).json();
    assertEquals(5, page.getInteger("total"));
    return page.getJsonArray("reports").stream()
        .map(report -> ((JsonObject) report).getLong("transaction_id"))
        .toList();
  }

  @Test
  void whatMakesNoSenseShouldBeRefused() {
    for (String query : List.of("page=0", "page=-1", "page=x", "per_page=0", "per_page=1001")) {
      desk.as(john).get(john.reports() + "?" + query).expect(422, "VALIDATION_ERROR");
    }
    desk.house().get("/reports/user/0").expect(422, "VALIDATION_ERROR");
    desk.house().get("/summaries/user/john").expect(422, "VALIDATION_ERROR");
    desk.house().post("/reports", new JsonObject().put("user_id", 1)).expect(422);
    desk.make(desk.house(), john.id(), 987_654).expect(404, "NOT_FOUND");
    Person other = desk.newPerson(1);
    desk.make(desk.as(other), other.id(), 1).expect(404, "NOT_FOUND");
  }

  /** As Wallet shows it: pending when it was asked for, then what the feed tells. */
  @Test
  void aPendingTransferShouldBeReportedOnceAndChange() {
    Person sender = desk.newPerson(1_000);
    long kept = desk.begin(sender, jane, 10);
    long taken = desk.begin(sender, jane, 20);
    long first = id(sender, kept);
    assertEquals(first, id(sender, kept));
    id(sender, taken);
    assertEquals(Map.of(kept, "pending", taken, "pending"), statuses(sender));
    desk.house().send("POST", "/sync/all", "").expect(200);
    assertEquals(Map.of(kept, "pending", taken, "pending"), statuses(sender));
    desk.wallet().delete("/transactions/" + taken).expect(200);
    desk.decide(kept, "failed");
    Eventually.await(
        "it has failed, the other is gone", () -> statuses(sender).equals(Map.of(kept, "failed")));
    desk.make(desk.house(), sender.id(), taken).expect(404, "NOT_FOUND");
    assertEquals(first, id(sender, kept));
  }

  private static long id(Person person, long transfer) {
    return desk.make(desk.house(), person.id(), transfer).expect(201).json().getLong("id");
  }

  private static Map<Long, String> statuses(Person person) {
    return desk.as(person).get(person.reports()).expect(200).json().getJsonArray("reports").stream()
        .map(JsonObject.class::cast)
        .collect(
            java.util.stream.Collectors.toMap(
                report -> report.getLong("transaction_id"), report -> report.getString("status")));
  }

  /** A feed that is read from its start into nothing makes the same figures; so does a sync. */
  @Test
  void figuresShouldComeAgainFromNothing() {
    desk.catchUp();
    List<String> before = figures();
    desk.house().send("POST", "/internal/feeds/wallet/restart", "").expect(200);
    desk.catchUp();
    Eventually.await("figures are the same", () -> figures().equals(before));
    JsonObject synced = desk.house().send("POST", "/sync/all", "").expect(200).json();
    assertEquals(before, figures());
    long movements = desk.wallet().get("/internal/ledger").expect(200).json().getLong("movements");
    assertTrue(synced.getLong("synced_transactions") <= movements);
    JsonObject progress = desk.house().get("/sync/all").expect(200).json();
    assertEquals(false, progress.getBoolean("running"));
    JsonObject feed = progress.getJsonArray("feeds").getJsonObject(0);
    assertEquals(feed.getLong("of"), feed.getLong("read"));
    assertEquals(synced, progress.getJsonObject("last"));
  }

  private static List<String> figures() {
    return List.of(
        desk.house().get(john.summary()).expect(200).body(),
        desk.house().get(john.reports()).expect(200).body());
  }

  @Test
  void twoAtOnceShouldBothBeAnswered() {
    List<CompletableFuture<Integer>> both =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> desk.house().send("POST", "/sync/all", "").status()))
            .toList();
    both.forEach(one -> assertEquals(200, one.join()));
  }
}
