package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.test.MutableClock;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Sse;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A buyer's page while many want to buy, on a clock that a test moves. */
class PortalQueueIT extends PortalCounter {
  private static final Duration TURN = Duration.ofSeconds(1);

  /** Moved by little in all: nobody believes a token of a time to come. */
  private final MutableClock clock = new MutableClock();

  @Override
  RunningSystem running() {
    return new RunningSystem(
        ServiceDescriptors.names(), Map.of("SALES_ADMISSION_RATE", "1"), clock, 2);
  }

  /** Who has no place yet, and who isn't let in, is told so. */
  @BeforeEach
  void expectRefusals() {
    chromium.forgive("404");
    chromium.forgive("403");
  }

  @Test
  void thePageShouldSayWhereOneStandsAndGoOnByItself() {
    String regular = sell("REGULER", 150_000, 20);
    hold(regular, 1);
    ServiceApi before = system.gateway().as(system.tokenOf("user"));
    before.put(place(), new JsonObject()).expect(200);
    comeIn();
    look();
    choose(regular, 2);
    button("Pesan tempat ini").click();
    assertThat(page.locator("#queue-place")).hasText("Anda nomor 2 di antrean");
    assertThat(page.locator("#queue [role=status]")).hasText("Kurang dari satu menit lagi.");
    assertThat(button("Pesan tempat ini")).hasCount(0);
    clock.advance(TURN);
    assertThat(page.locator("#queue-place")).hasText("Anda nomor 1 di antrean");
    clock.advance(TURN);
    expectStatus("Ditahan");
    assertEquals(1, bookingsOf(buyersToken()).size());
  }

  @Test
  void oneShouldQueueBeforeTheSaleBegins() {
    String early = clock.instant().plus(TURN).toString();
    sell(
        new JsonObject()
            .put("name", "REGULER")
            .put("price", 0)
            .put("quota", 5)
            .put("sales_start", early));
    comeIn();
    look();
    button("Antre sekarang").click();
    assertThat(page.locator("#queue-place")).hasText("Anda nomor 1 di antrean");
    clock.advance(TURN);
    assertThat(page.locator("#queue")).containsText("Giliran Anda");
  }

  @Test
  void gatewayShouldTellOfAPlaceToo() throws IOException {
    hold(sell("REGULER", 0, 20), 1);
    String token = buyersToken();
    ServiceApi gateway = system.gateway().as(token);
    JsonObject place = gateway.put(place(), new JsonObject()).expect(200).json();
    assertEquals(1, place.getInteger("position"));
    try (Sse stream = Sse.open(gateway.port(), place() + "/stream", token)) {
      assertEquals(place, stream.next().data());
      clock.advance(TURN);
      String status = "waiting";
      while ("waiting".equals(status)) {
        status = stream.next().data().getString("status");
      }
      assertEquals("let_in", status);
    }
  }

  private String place() {
    return "/waiting-rooms/" + event + "/place";
  }
}
