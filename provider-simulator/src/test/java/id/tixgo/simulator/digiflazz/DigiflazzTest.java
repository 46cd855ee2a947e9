package id.tixgo.simulator.digiflazz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.MutableClock;
import id.tixgo.simulator.Shop;
import id.tixgo.simulator.Shop.Told;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Digiflazz's rules, test numbers and troubles. */
class DigiflazzTest {
  private static final DigiflazzAccount ACCOUNT =
      new DigiflazzAccount("tixgo-simulator", "dev-TixGoSimulator", "tixgo-simulator-hook", "");

  private final MutableClock clock = new MutableClock();
  private final Shop shop = new Shop(clock);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void signaturesShouldBeThoseOfTheDocumentation() {
    assertEquals("df57b2d694938efcf4147f426f5b8073", ACCOUNT.sign("depo"));
    assertEquals(
        "sha1=de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9",
        new DigiflazzAccount("", "", "key", "")
            .signature("The quick brown fox jumps over the lazy dog"));
  }

  @Test
  void aTopUpShouldHaveOneOutcomeHoweverOftenItIsSent() {
    JsonObject first = buy("R1", "xld10", "087800001230");
    assertEquals("Sukses", first.getString("status"));
    assertEquals("00", first.getString("rc"));
    assertEquals(first.getString("sn"), buy("R1", "xld10", "087800001230").getString("sn"));
    assertEquals(10_000_000 - 10_850, balance());
    assertEquals("49", buy("R1", "xld10", "087800001232").getString("rc"));
    assertEquals("02", buy("R2", "xld10", "087800001232").getString("rc"));
    assertEquals("43", buy("R3", "nothing", "1").getString("rc"));
    assertEquals(10_000_000 - 10_850, balance());
    assertEquals(2, shop.awaitTold(2).size());
  }

  @Test
  void pendingShouldEndAsItsNumberSaysAndBeTold() {
    assertEquals("03", buy("R1", "xld10", "087800001233").getString("rc"));
    assertEquals("03", buy("R2", "xld10", "087800001234").getString("rc"));
    shop.awaitTold(4);
    assertEquals("00", buy("R1", "xld10", "087800001233").getString("rc"));
    assertEquals("02", buy("R2", "xld10", "087800001234").getString("rc"));
    Told told = shop.told().get(0);
    assertEquals("create", told.headers().get("X-Digiflazz-Event"));
    assertEquals(ACCOUNT.signature(told.body().encode()), told.headers().get("X-Hub-Signature"));
    assertEquals("Digiflazz-Hookshot", told.headers().get("User-Agent"));
  }

  @Test
  void whatWaitsShouldBeMovedByHandAndTakenBack() {
    buy("R1", "pln20", "087800001239");
    String token = shop.sim("/pay/R1").getString("sn");
    assertTrue(token.matches("(\\d{4}-){4}\\d{4}/.*"), token);
    assertEquals("74", shop.sim("/reverse/R1").getString("rc"));
    assertEquals(10_000_000, balance());
    shop.sim("POST", "/deny/R1", new JsonObject()).expect(409);
    shop.awaitTold(3);
    shop.sim("POST", "/notify/R1", new JsonObject().put("forged", true)).expect(200);
    Told forged = shop.awaitTold(4).get(3);
    assertNotEquals(
        ACCOUNT.signature(forged.body().encode()), forged.headers().get("X-Hub-Signature"));
  }

  @Test
  void aBillShouldBePaidOnTheDayOfItsInquiry() {
    assertEquals("50", bill("pay-pasca", "B1", "530000000001").getString("rc"));
    JsonObject two = bill("inq-pasca", "B1", "530000000002");
    assertEquals(2, two.getJsonObject("desc").getJsonArray("detail").size());
    assertEquals(200_000, two.getLong("price"));
    assertEquals(10_000_000, balance());
    assertEquals("00", bill("pay-pasca", "B1", "530000000002").getString("rc"));
    assertEquals("00", bill("status-pasca", "B1", "530000000002").getString("rc"));
    assertEquals(9_800_000, balance());
    assertEquals("60", bill("inq-pasca", "B2", "530000000003").getString("rc"));
    bill("inq-pasca", "B3", "530000000001");
    clock.advance(Duration.ofDays(1));
    assertEquals("50", bill("pay-pasca", "B3", "530000000001").getString("rc"));
  }

  @Test
  void pricesShouldBeGivenOnceInFiveMinutes() {
    JsonObject list = new JsonObject().put("cmd", "prepaid");
    assertEquals(
        6, ask("price-list", "pricelist", list).expect(200).json().getJsonArray("data").size());
    assertEquals("83", data(ask("price-list", "pricelist", list)).getString("rc"));
    ask("price-list", "pricelist", new JsonObject().put("cmd", "pasca")).expect(200);
    clock.advance(Duration.ofMinutes(5));
    ask("price-list", "pricelist", list).expect(200);
  }

  @Test
  void aPriceAboveTheMostAndAnEmptyDepositShouldFormNothing() {
    shop.switchOn("fee_imposition", 100);
    JsonObject most = new JsonObject().put("max_price", 10_850);
    assertEquals("69", transaction(most, "R1", "xld10", "087800001230").getString("rc"));
    shop.switchOn("fee_imposition", 0);
    assertEquals("00", transaction(most, "R1", "xld10", "087800001230").getString("rc"));
    for (int i = 0; i < 9; i++) {
      buy("T" + i, "pln1000", "1234");
    }
    assertEquals("44", buy("T9", "pln1000", "1234").getString("rc"));
  }

  @Test
  void troublesShouldBeThoseOfTheRealOne() {
    shop.breakNext("transaction", "error-500");
    JsonObject asked = asked("R1", "xld10", "087800001230");
    Answer trouble = ask("transaction", "R1", asked);
    trouble.expect(502);
    shop.breakNext("transaction", "drop-answer-after-applying");
    assertThrows(UncheckedIOException.class, () -> ask("transaction", "R1", asked));
    assertEquals(10_000_000 - 10_850, balance());
    assertEquals("41", data(ask("transaction", "R2", asked)).getString("rc"));
    Answer malformed = shop.send("POST", "/v1/transaction", "[", "Accept", "application/json");
    assertEquals("40", data(malformed).getString("rc"));
  }

  @Test
  void whatIsNullShouldBeAsIfItWasNotThere() {
    JsonObject nothing = new JsonObject().putNull("commands").putNull("max_price");
    assertEquals("00", transaction(nothing, "R1", "xld10", "087800001230").getString("rc"));
    JsonObject nameless = asked(null, "xld10", null);
    assertEquals("40", data(ask("transaction", "", nameless)).getString("rc"));
    assertEquals("43", data(ask("transaction", "R2", asked("R2", null, null))).getString("rc"));
  }

  private long balance() {
    return data(ask("cek-saldo", "depo", new JsonObject())).getLong("deposit");
  }

  private JsonObject buy(String refId, String sku, String number) {
    return transaction(new JsonObject(), refId, sku, number);
  }

  private JsonObject bill(String command, String refId, String number) {
    return transaction(new JsonObject().put("commands", command), refId, "pln", number);
  }

  private JsonObject transaction(JsonObject more, String refId, String sku, String number) {
    return data(ask("transaction", refId, asked(refId, sku, number).mergeIn(more)));
  }

  private static JsonObject asked(String refId, String sku, String number) {
    return new JsonObject()
        .put("ref_id", refId)
        .put("buyer_sku_code", sku)
        .put("customer_no", number);
  }

  private static JsonObject data(Answer answer) {
    return answer.json().getJsonObject("data");
  }

  private Answer ask(String path, String about, JsonObject body) {
    JsonObject signed =
        body.copy().put("username", ACCOUNT.username()).put("sign", ACCOUNT.sign(about));
    return shop.send("POST", "/v1/" + path, signed.encode(), "Accept", "application/json");
  }
}
