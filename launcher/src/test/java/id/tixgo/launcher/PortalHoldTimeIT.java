package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.test.Chromium;
import id.tixgo.common.test.MutableClock;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long places are held, by the service's clock, which the browser's is no match for. */
class PortalHoldTimeIT {
  private final MutableClock clock = new MutableClock();
  private Chromium chromium;
  private RunningSystem system;
  private Page page;

  @BeforeEach
  void start() {
    chromium = new Chromium(List.of());
    system = new RunningSystem(ServiceDescriptors.names(), Map.of(), clock, 1);
  }

  @AfterEach
  void stop() {
    if (chromium != null) {
      chromium.close();
      system.close();
    }
  }

  /** The browser's clock is ten minutes behind. */
  @Test
  void aHoldShouldCountDownAndEndByTheServicesClock() {
    String token = system.tokenOf("user");
    JsonObject places = onSale();
    clock.advance(Duration.ofMinutes(10));
    String id = system.service("ticketing").as(token).post("/bookings", places).text("id");
    clock.advance(Duration.ofMinutes(5));
    page = chromium.open("http://localhost:" + system.portal().port(), new NewContextOptions());
    page.navigate("/");
    page.evaluate("token => sessionStorage.setItem('tixgo.token', token)", token);
    page.navigate("/#/bookings/" + id);
    page.reload();
    assertThat(page.locator("#left")).hasText(Pattern.compile("^(10:0|9:)"));
    clock.advance(Duration.ofMinutes(10));
    assertThat(page.locator("#status")).hasText("Kedaluwarsa");
    assertThat(page.locator("main")).containsText("Pilih lagi");
  }

  /** What a booking of the only place there is asks for. */
  private JsonObject onSale() {
    ServiceApi admin = system.attendance().as(system.adminToken());
    JsonObject concert =
        new JsonObject().put("title", "Konser").put("start_time", "2099-12-31T12:00:00Z");
    String event = admin.post("/events", concert).expect(201).text("id");
    JsonObject type =
        new JsonObject().put("event_id", event).put("name", "A").put("price", 1).put("quota", 1);
    ServiceApi ticketing = system.service("ticketing");
    String typeId =
        ticketing.as(system.adminToken()).post("/ticket-types", type).expect(201).text("id");
    return new JsonObject().put("event_id", event).put("ticket_type_id", typeId);
  }
}
