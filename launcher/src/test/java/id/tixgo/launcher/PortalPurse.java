package id.tixgo.launcher;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.simulator.Simulator;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/**
 * Users on phones, with wallets and mails; the payment gateway and the mail server are simulated.
 */
abstract class PortalPurse extends PortalDesk {
  private PortalSimulator bank;
  Simulator simulator;

  @Override
  RunningSystem running() {
    bank = new PortalSimulator();
    simulator = bank.simulator;
    return bank.services(
        "midtrans,wallet,manual",
        Map.of(
            "SMTP_SERVER",
            "127.0.0.1",
            "SMTP_PORT",
            String.valueOf(simulator.smtpPort()),
            "SENDER_EMAIL",
            "tiket@tixgo.id"));
  }

  @AfterAll
  void closeSimulator() {
    if (bank != null) {
      bank.close();
    }
  }

  void give(User user, String email) {
    JsonObject profile = new JsonObject().put("email", email).put("locale", "id");
    system.identity().as(token).put("/users/" + user.id(), profile).expect(200);
    hear("notification");
  }

  /** Waits until a service knows of users what Identity does. */
  private void hear(String service) {
    ServiceApi house = system.identity().with("X-Service-Token", RunningSystem.SERVICE_TOKEN);
    long last = house.get("/internal/feed?limit=1").expect(200).json().getLong("last");
    Eventually.await(service + " has read up to " + last, () -> heardBy(service) >= last);
  }

  private long heardBy(String service) {
    return system.service(service).get("/health/ready").json().getJsonArray("feeds").stream()
        .map(JsonObject.class::cast)
        .filter(report -> report.getString("feed").equals("identity"))
        .mapToLong(report -> report.getLong("seq"))
        .sum();
  }

  record User(String name, long id, String token) {}

  User newUser(int rupiah) {
    String name = system.newUser("user");
    String own = system.logIn(name, "secret-1");
    User user = new User(name, system.identity().as(own).get("/auth/me").json().getLong("id"), own);
    hear("wallet");
    hear("notification");
    if (rupiah > 0) {
      JsonObject amount = new JsonObject().put("amount", rupiah);
      system.service("wallet").as(token).post("/users/" + user.id() + "/topup", amount).expect(200);
    }
    return user;
  }

  ServiceApi wallet(User user) {
    return system.service("wallet").as(user.token());
  }

  static String balance(User user) {
    return "/users/" + user.id() + "/balance";
  }

  Page phone(User user) {
    return desk(user.token(), new NewContextOptions().setViewportSize(360, 740));
  }

  static void press(Page where, String name) {
    where.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name)).last().click();
  }
}
