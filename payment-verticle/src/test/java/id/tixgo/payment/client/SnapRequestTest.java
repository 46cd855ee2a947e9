package id.tixgo.payment.client;

import static id.tixgo.payment.client.PaymentSamples.item;
import static id.tixgo.payment.client.PaymentSamples.request;
import static id.tixgo.payment.client.PaymentSamples.rupiah;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.PaymentRequest.Item;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapRequestTest {
  @Test
  void requestShouldOfferTheMethodsChannelsAlone() {
    assertEquals(
        List.of("bca_va", "bni_va", "bri_va", "permata_va", "echannel", "other_va"),
        channels(PaymentMethod.BANK_TRANSFER));
    assertEquals(List.of("gopay", "shopeepay", "dana", "ovo"), channels(PaymentMethod.EWALLET));
    assertEquals(List.of("indomaret", "alfamart"), channels(PaymentMethod.CONVENIENCE_STORE));
    JsonObject card = new SnapRequest(request(PaymentMethod.CREDIT_CARD)).json();
    assertEquals(List.of("credit_card"), card.getJsonArray("enabled_payments").getList());
    assertEquals(new JsonObject().put("secure", true), card.getJsonObject("credit_card"));
  }

  private static List<?> channels(PaymentMethod method) {
    JsonObject json = new SnapRequest(request(method)).json();
    assertFalse(json.containsKey("credit_card"));
    return json.getJsonArray("enabled_payments").getList();
  }

  @Test
  void requestShouldLeaveOutItemsThatDontAddUp() {
    assertFalse(snap(List.of(item(2, 100_000))).containsKey("item_details"));
    assertFalse(snap(List.of(item(1, 300_000), item(0, 1))).containsKey("item_details"));
    assertFalse(snap(List.of()).containsKey("item_details"));
    Item dollars = new Item("a", "A", 1, new Money(30_000_000, "USD"));
    assertFalse(snap(List.of(dollars)).containsKey("item_details"));
  }

  private static JsonObject snap(List<Item> items) {
    return new SnapRequest(
            request(PaymentMethod.QRIS, rupiah(300_000), items, Duration.ofMinutes(15)))
        .json();
  }

  @Test
  void requestShouldCutLongNames() {
    Item item = new Item("i".repeat(60), "n".repeat(49) + "😀!", 1, rupiah(300_000));

    JsonObject sent = snap(List.of(item)).getJsonArray("item_details").getJsonObject(0);

    assertEquals("i".repeat(50), sent.getString("id"));
    assertEquals("n".repeat(49) + "😀", sent.getString("name"));
  }

  @Test
  void requestShouldKeepToSnapsShortestAndLongestTime() {
    assertEquals(5, minutes(Duration.ofSeconds(200)));
    assertEquals(5, minutes(Duration.ofMinutes(-3)));
    assertEquals(14, minutes(Duration.ofSeconds(899)));
    assertEquals(7 * 24 * 60, minutes(Duration.ofDays(30)));
  }

  private static long minutes(Duration time) {
    return new SnapRequest(
            request(PaymentMethod.QRIS, rupiah(300_000), List.of(item(2, 150_000)), time))
        .json()
        .getJsonObject("expiry")
        .getLong("duration");
  }
}
