package id.tixgo.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.payment.LossyRoad.Loss;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tickets that are paid from wallets, and money that comes or goes back into them. */
class WalletPaymentsIT {
  private static final int PLENTY = 1_000_000;

  /** What all of them have brought together. */
  private static final AtomicLong BROUGHT = new AtomicLong();

  private static LossyRoad road;
  private static CashDesk desk;
  private static String type;

  @BeforeAll
  static void open() {
    String port = FreePort.next();
    road = new LossyRoad(port);
    desk =
        new CashDesk(
            List.of("wallet"),
            Map.of(
                "WALLET_PORT",
                port,
                "WALLET_BASE_URL",
                road.url(),
                "PAYMENT_GATEWAYS",
                "midtrans,xendit,wallet,manual"));
    type = desk.type(1000);
  }

  /** What all wallets have is what the ledger says that they have of ours. */
  @AfterAll
  static void close() {
    long ours = clearing("wallet");
    JsonObject wallet = house().get("/internal/ledger").expect(200).json();
    assertEquals(0, wallet.getLong("sum"));
    assertEquals(BROUGHT.get() - ours, wallet.getDouble("posted").longValue());
    road.close();
    desk.close();
  }

  /** A user who has that much. */
  private record Rich(String token, long id, ServiceApi payment) {
    static Rich of(long amount) {
      String token = desk.buyer();
      long id = desk.service("identity").as(token).get("/auth/me").expect(200).json().getLong("id");
      if (amount > 0) {
        bring(id, amount);
      }
      return new Rich(token, id, desk.payment(token));
    }

    private static void bring(long id, long amount) {
      house().post("/users/" + id + "/topup", amount(amount)).expect(200);
      BROUGHT.addAndGet(amount);
    }

    void expectBalance(long balance) {
      assertEquals(balance + ".0", balance());
    }

    void awaitBalance(long balance) {
      Eventually.await("there is " + balance, () -> balance().equals(balance + ".0"));
    }

    private String balance() {
      JsonObject seen = house().get("/users/" + id + "/balance").expect(200).json();
      return seen.getValue("balance").toString();
    }

    ServiceApi wallet() {
      return desk.service("wallet").as(token);
    }

    /** What was begun. */
    JsonObject topUp(long amount, String method, String gateway) {
      JsonObject how = amount(amount).put("payment_method", method).put("payment_gateway", gateway);
      return wallet()
          .post("/users/" + id + "/topup", how)
          .expect(202)
          .json()
          .getJsonObject("topup");
    }

    String hold() {
      return desk.hold(token, type, 1);
    }

    JsonObject pay(String booking) {
      return desk.checkout(token, booking, "wallet", "wallet");
    }
  }

  private static ServiceApi house() {
    return desk.service("wallet").with("X-Service-Token", RunningSystem.SERVICE_TOKEN);
  }

  private static JsonObject amount(long amount) {
    return new JsonObject().put("amount", amount);
  }

  /** What the ledger says that a gateway has, which is what the gateway has said itself. */
  private static long clearing(String gateway) {
    return desk
        .admin()
        .get("/reports/reconciliation")
        .expect(200)
        .json()
        .getJsonArray("gateways")
        .stream()
        .map(JsonObject.class::cast)
        .filter(row -> row.getString("gateway").equals(gateway))
        .peek(row -> assertEquals(0, row.getInteger("difference")))
        .mapToLong(row -> row.getLong("clearing"))
        .sum();
  }

  private static String status(JsonObject begun) {
    return begun.getJsonObject("payment").getString("status");
  }

  private static Answer refund(JsonObject begun, JsonObject how) {
    String path = "/transactions/" + CashDesk.transaction(begun) + "/refund";
    return desk.admin().post(path, how.put("reason", "asked"));
  }

  @Test
  void aWalletShouldPayAtOnceAndGetItBack() {
    Rich buyer = Rich.of(PLENTY);
    String booking = buyer.hold();
    JsonObject begun = buyer.pay(booking);
    assertEquals("PAID", status(begun));
    buyer.expectBalance(PLENTY - CashDesk.PRICE);
    desk.awaitBooking(booking, "PAID");
    desk.awaitOrder(begun, "COMPLETED");
    JsonObject back = refund(begun, amount(50_000).put("refund_to", "wallet")).expect(200).json();
    assertEquals("gateway", back.getString("channel"));
    buyer.expectBalance(PLENTY - CashDesk.PRICE + 50_000);
    refund(begun, new JsonObject()).expect(200);
    buyer.expectBalance(PLENTY);
    assertEquals("REFUNDED", desk.paymentNow(begun).getString("status"));
    desk.awaitBooking(booking, "REFUNDED");
  }

  @Test
  void whoHasNotEnoughShouldBeToldAndKeepTheBooking() {
    Rich buyer = Rich.of(CashDesk.PRICE - 1);
    String booking = buyer.hold();
    ServiceApi keyed = buyer.payment().with("Idempotency-Key", "pay " + booking);
    JsonObject how = CashDesk.by(booking, "wallet", "wallet");
    keyed.post("/checkout", how).expect(409, "INSUFFICIENT_FUNDS");
    assertEquals("PENDING", desk.booking(booking).getString("status"));
    buyer.expectBalance(CashDesk.PRICE - 1);
    Rich.bring(buyer.id(), 1);
    assertEquals("PAID", status(keyed.post("/checkout", how).expect(201).json()));
    buyer.expectBalance(0);
    desk.awaitBooking(booking, "PAID");
  }

  @Test
  void manyRequestsAtOnceShouldPayOnce() {
    Rich buyer = Rich.of(PLENTY);
    String booking = buyer.hold();
    JsonObject how = CashDesk.by(booking, "wallet", "wallet");
    List<Answer> answers =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i -> buyer.payment().post("/checkout", how))
            .toList();
    assertTrue(answers.stream().anyMatch(answer -> answer.status() == 201));
    assertTrue(answers.stream().allMatch(a -> a.status() == 201 || a.status() == 409));
    buyer.expectBalance(PLENTY - CashDesk.PRICE);
  }

  @Test
  void whatWasPaidWithoutAnAnswerShouldBeFoundOut() {
    Rich buyer = Rich.of(PLENTY);
    String booking = buyer.hold();
    road.lose(Loss.ANSWER);
    JsonObject begun = buyer.pay(booking);
    assertEquals("UNKNOWN", status(begun));
    assertEquals("UNKNOWN", status(buyer.pay(booking)));
    desk.clock().advance(Duration.ofSeconds(6));
    desk.awaitPayment(begun, "PAID");
    desk.awaitBooking(booking, "PAID");
    buyer.expectBalance(PLENTY - CashDesk.PRICE);
  }

  @Test
  void whatNeverArrivedShouldBePaidByAnotherAttempt() {
    Rich buyer = Rich.of(PLENTY);
    String booking = buyer.hold();
    road.lose(Loss.REQUEST);
    JsonObject begun = buyer.pay(booking);
    desk.clock().advance(Duration.ofSeconds(6));
    desk.awaitPayment(begun, "FAILED");
    assertEquals("PENDING", desk.booking(booking).getString("status"));
    assertEquals("PAID", status(buyer.pay(booking)));
    buyer.expectBalance(PLENTY - CashDesk.PRICE);
  }

  /** It was asked about and given up before it came. */
  @Test
  void whatArrivesTooLateShouldTakeNothing() {
    Rich buyer = Rich.of(PLENTY);
    String booking = buyer.hold();
    road.lose(Loss.DELAY);
    JsonObject begun = buyer.pay(booking);
    desk.clock().advance(Duration.ofSeconds(6));
    desk.awaitPayment(begun, "FAILED");
    assertEquals(409, road.arrive());
    buyer.expectBalance(PLENTY);
    assertEquals("PAID", status(buyer.pay(booking)));
    buyer.expectBalance(PLENTY - CashDesk.PRICE);
  }

  @Test
  void aRefundWithoutAnAnswerShouldComeOnce() {
    Rich buyer = Rich.of(PLENTY);
    JsonObject begun = buyer.pay(buyer.hold());
    desk.awaitOrder(begun, "COMPLETED");
    for (Loss loss : List.of(Loss.ANSWER, Loss.REQUEST)) {
      road.lose(loss);
      JsonObject half = amount(CashDesk.PRICE / 2).put("refund_key", loss.name());
      assertEquals("UNKNOWN", refund(begun, half).expect(202).text("status"));
    }
    desk.clock().advance(Duration.ofSeconds(6));
    desk.awaitPayment(begun, "REFUNDED");
    buyer.expectBalance(PLENTY);
  }

  @Test
  void cashShouldGoBackToTheWalletUnlessItIsPaidOut() {
    Rich buyer = Rich.of(0);
    JsonObject begun = desk.checkout(buyer.token(), buyer.hold(), "cash", "manual");
    String confirm = "/payments/" + begun.getJsonObject("payment").getLong("id") + "/confirm";
    JsonObject seen = new JsonObject().put("reference", "R-1").put("reason", "seen");
    desk.admin().post(confirm, seen).expect(200);
    desk.awaitOrder(begun, "COMPLETED");
    JsonObject out = refund(begun, amount(1000).put("refund_to", "payout")).expect(202).json();
    assertEquals("payout", out.getString("channel"));
    JsonObject back = refund(begun, amount(9000)).expect(200).json();
    assertEquals("wallet", back.getString("channel"));
    buyer.expectBalance(9000);
  }

  @Test
  void whatAGatewayTookShouldGoToTheWalletByChoice() {
    Rich buyer = Rich.of(0);
    long before = clearing("midtrans");
    JsonObject begun = desk.bought(buyer.token(), buyer.hold(), "qris", "midtrans");
    road.lose(Loss.ANSWER);
    JsonObject how = new JsonObject().put("refund_to", "wallet").put("refund_key", "k");
    assertEquals("UNKNOWN", refund(begun, how).expect(202).text("status"));
    desk.clock().advance(Duration.ofSeconds(6));
    desk.awaitPayment(begun, "REFUNDED");
    assertEquals("wallet", refund(begun, how).expect(200).text("channel"));
    buyer.expectBalance(CashDesk.PRICE);
    assertEquals(before + CashDesk.PRICE, clearing("midtrans"));
  }

  @Test
  void aTopUpShouldComeOnceItIsPaid() {
    Rich user = Rich.of(0);
    ServiceApi keyed = user.wallet().with("Idempotency-Key", "mine");
    JsonObject how = amount(70_000).put("payment_gateway", "midtrans");
    String path = "/users/" + user.id() + "/topup";
    Set<String> begun =
        IntStream.range(0, 10)
            .parallel()
            .mapToObj(i -> keyed.post(path, how).expect(202).body())
            .collect(Collectors.toSet());
    assertEquals(1, begun.size());
    JsonObject topUp = new JsonObject(begun.iterator().next()).getJsonObject("topup");
    assertTrue(topUp.getString("redirect_url").startsWith("http"));
    assertEquals("qris", topUp.getString("payment_method"));
    assertEquals(1, user.payment().get("/orders").expect(200).array().size());
    user.expectBalance(0);
    desk.move("pay", reference(topUp));
    user.awaitBalance(70_000);
    desk.clock().advance(Duration.ofSeconds(61));
    awaitOrder(topUp, "COMPLETED");
    JsonObject back = new JsonObject().put("reason", "asked");
    String refund = "/transactions/" + topUp.getLong("order_id") + "/refund";
    desk.admin().post(refund, back).expect(409, "IN_THE_WALLET");
    user.expectBalance(70_000);
    keyed.post(path, how.copy().put("amount", 1)).expect(422, "KEY_REUSED");
  }

  private static String reference(JsonObject topUp) {
    return payment(topUp).getString("reference");
  }

  private static JsonObject payment(JsonObject topUp) {
    return desk.admin().get("/payments/" + topUp.getLong("payment_id")).expect(200).json();
  }

  private static JsonObject order(JsonObject topUp) {
    return desk.admin().get("/orders/" + topUp.getLong("order_id")).expect(200).json();
  }

  private static void awaitOrder(JsonObject topUp, String status) {
    Eventually.await(
        "the top-up is " + status, () -> order(topUp).getString("status").equals(status));
  }

  /** Neither the request nor its answer arrives at first. */
  @Test
  void aTopUpWithoutAnAnswerShouldComeOnce() {
    Rich user = Rich.of(0);
    JsonObject topUp = user.topUp(30_000, "ewallet", "xendit");
    road.lose(Loss.REQUEST);
    road.lose(Loss.ANSWER);
    desk.move("pay", reference(topUp));
    awaitOrder(topUp, "PAID");
    Eventually.await("it was asked for", () -> road.lost() == 0 || isLater(Duration.ofSeconds(6)));
    user.awaitBalance(30_000);
    Eventually.await("it is known", () -> isLater(Duration.ofSeconds(30)) && isThere(topUp));
    user.expectBalance(30_000);
  }

  private static boolean isLater(Duration time) {
    desk.clock().advance(time);
    return road.lost() == 0;
  }

  private static boolean isThere(JsonObject topUp) {
    return order(topUp).getString("status").equals("COMPLETED");
  }

  @Test
  void aTopUpThatNobodyPaysShouldChangeNothing() {
    Rich user = Rich.of(0);
    JsonObject givenUp = user.topUp(1000, "qris", "midtrans");
    String cancel = "/transactions/" + givenUp.getLong("order_id") + "/cancel";
    user.payment().post(cancel, new JsonObject()).expect(200);
    awaitOrder(givenUp, "CANCELLED");
    JsonObject late = user.topUp(2000, "cash", "manual");
    desk.clock().advance(Duration.ofMinutes(62));
    awaitOrder(late, "CANCELLED");
    assertEquals("TOPUP_EXPIRED", order(late).getString("reason"));
    user.expectBalance(0);
    String confirm = "/payments/" + late.getLong("payment_id") + "/confirm";
    JsonObject seen = new JsonObject().put("reference", "R-2").put("reason", "late");
    desk.admin().post(confirm, seen).expect(200);
    user.awaitBalance(2000);
    awaitOrder(late, "COMPLETED");
  }

  @Test
  void whoseWalletIsClosedShouldGetItBack() {
    Rich user = Rich.of(0);
    JsonObject topUp = user.topUp(5000, "qris", "midtrans");
    user.wallet().delete("/users/" + user.id()).expect(200);
    desk.move("pay", reference(topUp));
    Eventually.await(
        "it is given back", () -> payment(topUp).getString("status").equals("REFUNDED"));
    assertEquals("TOPUP_REFUSED", order(topUp).getString("reason"));
  }

  /** It was refused and given up before it came. */
  @Test
  void aTopUpThatArrivesTooLateShouldBringNothing() {
    Rich user = Rich.of(0);
    JsonObject topUp = user.topUp(6000, "qris", "midtrans");
    road.lose(Loss.DELAY);
    desk.move("pay", reference(topUp));
    Eventually.await("it was asked for", () -> road.lost() == 0);
    user.wallet().delete("/users/" + user.id()).expect(200);
    Eventually.await(
        "it is given back",
        () ->
            isLater(Duration.ofSeconds(6))
                && payment(topUp).getString("status").equals("REFUNDED"));
    assertEquals(409, road.arrive());
    assertEquals("TOPUP_REFUSED", order(topUp).getString("reason"));
  }

  @Test
  void whatCannotBeToppedUpShouldBeSaid() {
    Rich user = Rich.of(0);
    String path = "/users/" + user.id() + "/topup";
    JsonObject how = amount(1000);
    desk.service("wallet").as(desk.buyer()).post(path, how).expect(403, "FORBIDDEN");
    user.wallet().post(path, amount(0)).expect(400, "INVALID_AMOUNT");
    JsonObject fromWallet = how.copy().put("payment_gateway", "wallet");
    user.wallet().post(path, fromWallet).expect(422, "METHOD_NOT_OFFERED");
    JsonObject fromNowhere = how.copy().put("payment_gateway", "gopay");
    user.wallet().post(path, fromNowhere).expect(422);
  }

  @Test
  void anotherShouldNotSpendIt() {
    Rich buyer = Rich.of(PLENTY);
    JsonObject how = CashDesk.by(buyer.hold(), "wallet", "wallet");
    desk.admin().post("/checkout", how).expect(403, "FORBIDDEN");
    buyer.expectBalance(PLENTY);
    JsonObject method = new JsonObject().put("payment_method", "wallet");
    assertTrue(
        buyer
            .payment()
            .get("/checkout/methods")
            .expect(200)
            .json()
            .getJsonArray("methods")
            .contains(method.put("payment_gateway", "wallet").put("refundable", true)));
  }
}
