package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.tixgo.common.test.Chromium;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account by e-mail address, and what its page says of somebody, in the browser. */
class PortalProfileIT {
  private static RunningSystem system;
  private static Chromium chromium;
  private Page page;

  @BeforeAll
  static void start() {
    chromium = new Chromium(List.of());
    system = RunningSystem.whole();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
      system.close();
    }
  }

  @BeforeEach
  void open() {
    page = chromium.open("http://localhost:" + system.portal().port(), new NewContextOptions());
    page.navigate("/");
    page.evaluate("localStorage.setItem('tixgo.language', 'en')");
    page.reload();
  }

  @AfterEach
  void leave() {
    page.context().close();
    chromium.expectNoComplaints();
  }

  @Test
  void anAddressShouldRegisterAndAProfileBeSaved() {
    register("Dewi.Lestari@TixGo.ID");
    page.navigate("/#/account");
    assertThat(page.locator("h1")).hasText("My account");
    assertThat(page.locator("[name=email]")).hasValue("dewi.lestari@tixgo.id");
    save("Dewi Lestari", "+62 812-3456-7890", "id");
    assertThat(page.getByText("Your profile is saved.")).isVisible();
    page.reload();
    assertThat(page.locator("[name=full_name]")).hasValue("Dewi Lestari");
    assertThat(page.locator("[name=phone]")).hasValue("+6281234567890");
    assertThat(page.locator("[name=locale]")).hasValue("id");
    save("", "", "");
    assertThat(page.getByText("Your profile is saved.")).isVisible();
    JsonObject now =
        system
            .identity()
            .as(system.logIn("dewi.lestari@tixgo.id", "secret-1"))
            .get("/auth/me")
            .expect(200)
            .json();
    assertNull(now.getString("full_name"));
    assertNull(now.getString("locale"));
    assertEquals("dewi.lestari@tixgo.id", now.getString("email"));
  }

  @Test
  void whatIsWrongShouldBeSaidInWords() {
    JsonObject other = new JsonObject().put("email", "other@tixgo.id").put("password", "secret-1");
    system.identity().post("/auth/register", other).expect(201);
    register("mine@tixgo.id");
    page.navigate("/#/account");
    page.locator("[name=email]").fill("other@tixgo.id");
    button("Save");
    assertThat(page.getByRole(AriaRole.ALERT))
        .containsText("That email address belongs to another account.");
    page.locator("[name=email]").fill("mine@tixgo.id");
    page.locator("[name=phone]").fill("call me");
    button("Save");
    assertThat(page.locator("[name=phone]")).hasAttribute("aria-invalid", "true");
    chromium.forgive("/users/");
  }

  private void register(String email) {
    page.navigate("/#/register");
    page.locator("[name=username]").fill(email);
    page.locator("[name=password]").fill("secret-1");
    page.locator("main form button").first().click();
    assertThat(page.locator("h1")).hasText("Events");
  }

  private void save(String name, String phone, String locale) {
    page.locator("[name=full_name]").fill(name);
    page.locator("[name=phone]").fill(phone);
    page.locator("[name=locale]").selectOption(locale);
    button("Save");
  }

  private void button(String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }
}
