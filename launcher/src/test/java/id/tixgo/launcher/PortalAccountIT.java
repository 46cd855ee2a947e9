package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import id.tixgo.common.test.Chromium;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logging in and out, and one's password, in the browser. */
class PortalAccountIT {
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
  void aWrongPasswordShouldBeCalledThatAndNotAnEndedSession() {
    logIn("nobody", "wrong-secret");
    assertThat(alert()).containsText("The username or the password is wrong.");
    assertThat(page.getByText("session has ended")).hasCount(0);
    chromium.forgive("/api/auth/login");
  }

  @Test
  void whoTriesTooOftenShouldBeToldHowLongToWait() {
    refuseLogIns(8);
    logIn("nobody", "wrong-secret");
    assertThat(alert()).containsText("That was too often. Try again in 8 seconds.");
    refuseLogIns(1);
    page.evaluate("localStorage.setItem('tixgo.language', 'id')");
    page.reload();
    page.locator("main [name=username]").fill("nobody");
    page.locator("main [name=password]").fill("wrong-secret");
    page.locator("main form button").first().click();
    assertThat(alert()).containsText("Coba lagi dalam 1 detik.");
    chromium.forgive("/api/auth/login");
  }

  private void refuseLogIns(int seconds) {
    JsonObject problem =
        new JsonObject().put("code", "RATE_LIMITED").put("detail", "x").put("retry_after", seconds);
    page.route(
        "**/api/auth/login",
        route -> route.fulfill(new FulfillOptions().setStatus(429).setBody(problem.encode())));
  }

  @Test
  void aNewPasswordShouldBeTypedTwiceAndLeadToANewLogIn() {
    String name = system.newUser("user");
    account(system.logIn(name, "secret-1"));
    change("secret-1", "secret-2", "secret-3");
    assertEquals(
        "Not the same as the new password.",
        page.getByLabel("New password, again").evaluate("input => input.validationMessage"));
    change("secret-1", "secret-1", "secret-1");
    assertThat(alert()).containsText("The new password is the same as the current one.");
    page.getByLabel("Show what is typed").check();
    assertThat(page.getByLabel("Current password")).hasAttribute("type", "text");
    change("secret-1", "secret-2", "secret-2");
    assertThat(page.getByText("The password is changed.")).isVisible();
    logIn(name, "secret-2");
    assertThat(page.locator("h1")).hasText("Events");
    assertThat(page.getByText("The password is changed.")).hasCount(0);
    chromium.forgive("/auth/password");
  }

  @Test
  void aScannersTokenShouldOutliveItsLogOutHereAndBeSaidToBeForgotten() {
    JsonObject device = new JsonObject().put("name", "Gate " + System.nanoTime());
    ServiceApi admin = system.identity().as(system.adminToken());
    String token = admin.post("/auth/devices", device).expect(201).text("access_token");
    account(token);
    button("Log out").last().click();
    Locator question = page.locator("dialog");
    assertThat(question).containsText("an admin has to add a new scanner");
    question.getByText("Log out").last().click();
    assertThat(page.locator("h1")).hasText("One ticket, one entry.");
    assertNull(page.evaluate("sessionStorage.getItem('tixgo.token')"));
    system.identity().as(token).get("/auth/me").expect(200);
  }

  private void account(String token) {
    page.evaluate("token => sessionStorage.setItem('tixgo.token', token)", token);
    page.navigate("/#/account");
    page.reload();
    assertThat(page.locator("h1")).hasText("My account");
  }

  private void logIn(String name, String password) {
    page.navigate("/#/login");
    page.getByLabel("Username").fill(name);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
    page.locator("main form button").first().click();
  }

  private void change(String old, String next, String again) {
    page.locator("[name=old_password]").fill(old);
    page.locator("[name=new_password]").fill(next);
    page.locator("[name=repeated]").fill(again);
    button("Change and log out everywhere").click();
  }

  private Locator alert() {
    return page.getByRole(AriaRole.ALERT);
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
