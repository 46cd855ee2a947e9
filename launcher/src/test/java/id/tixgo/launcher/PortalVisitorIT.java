package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of an event for the role {@code user}: its numbers, and nothing that is refused. */
class PortalVisitorIT extends PortalDesk {
  private static final Pattern FORMATS = Pattern.compile("^(CSV|XLSX)");

  private String event;
  private String name;

  @BeforeEach
  void makeEvening() {
    event = makeEvent("Konser " + System.nanoTime());
    checkIn(event, "TKT-1").expect(201);
  }

  @Override
  Page seat() {
    name = system.newUser("user");
    return desk(system.logIn(name, "secret-1"));
  }

  @Test
  void theEventShouldOfferNothingThatIsRefused() {
    goTo("#/events/" + event);
    assertThat(page.locator("#checked-in strong")).hasText("1");
    assertThat(page.getByText("Pantauan langsung")).isVisible();
    assertThat(page.getByText(FORMATS)).hasCount(0);
  }

  @Test
  void theLivePageShouldShowNumbersThatMoveAndNoScans() {
    goTo("#/events/" + event + "/live");
    assertThat(page.locator("#feed-state.go")).isVisible();
    checkIn(event, "TKT-2").expect(201);
    assertThat(page.locator("#checked-in strong")).hasText("2");
    assertThat(section("Per gerbang")).isVisible();
    for (String hidden : List.of("Pindaian terakhir", "Pemindai terlihat")) {
      assertThat(section(hidden)).hasCount(0);
    }
    assertThat(page.getByText("TKT-")).hasCount(0);
  }

  @Test
  void whoIsStaffNoLongerShouldGoOnWithNumbers() {
    role("committee");
    page.reload();
    goTo("#/events/" + event + "/live");
    assertThat(page.getByText("TKT-1")).isVisible();
    role("user");
    checkIn(event, "TKT-2").expect(201);
    assertThat(page.locator("#checked-in strong")).hasText("2");
    assertThat(page.locator("#feed-state.go")).isVisible();
    assertThat(page.getByText("TKT-")).hasCount(0);
    chromium.forgive("403");
  }

  private void role(String role) {
    system
        .identity()
        .as(token)
        .send("PUT", "/auth/users/" + name + "/role?role=" + role, "")
        .expect(200);
  }

  private Locator section(String heading) {
    return page.locator("section").filter(new Locator.FilterOptions().setHasText(heading));
  }
}
