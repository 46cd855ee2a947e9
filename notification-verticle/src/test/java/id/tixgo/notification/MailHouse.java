package id.tixgo.notification;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.MutableClock;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Identity and Notification with a mail server, for tests. */
final class MailHouse implements AutoCloseable {
  final RunningSystem system;

  MailHouse(int smtpPort, Path folder, MutableClock clock) {
    this(Map.of("SMTP_SERVER", "127.0.0.1", "SMTP_PORT", "" + smtpPort), folder, clock);
  }

  MailHouse(Map<String, String> more, Path folder, MutableClock clock) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("DATA_DIR", folder.toString());
    settings.put("MAIL_PER_SECOND", "1000");
    settings.put("SENDER_EMAIL", "tickets@tixgo.example");
    settings.put("FEED_LOOK_MS", "20");
    this.system = new RunningSystem(List.of("identity", "notification"), settings, clock, 2);
  }

  ServiceApi notifications() {
    return system.service("notification");
  }

  /** As another service. */
  ServiceApi house() {
    return notifications().with("X-Service-Token", RunningSystem.SERVICE_TOKEN);
  }

  ServiceApi admin() {
    return notifications().as(system.adminToken());
  }

  /** A new user's number, once Notification knows where to reach him; he isn't welcomed. */
  long user(String name, String locale) {
    JsonObject body = new JsonObject().put("username", name).put("password", "secret-1");
    JsonObject profile =
        new JsonObject()
            .put("email", name + "@example.com")
            .put("full_name", "<b>" + name + "</b>")
            .put("locale", locale);
    ServiceApi identity = system.identity().as(system.adminToken());
    long id = identity.post("/users", body).expect(201).json().getLong("id");
    identity.put("/users/" + id, profile).expect(200);
    Eventually.await("user " + id + " is known", () -> read() >= told());
    return id;
  }

  private long told() {
    return system
        .identity()
        .with("X-Service-Token", RunningSystem.SERVICE_TOKEN)
        .get("/internal/feed?limit=1")
        .expect(200)
        .json()
        .getLong("last");
  }

  private long read() {
    return notifications().get("/health/ready").json().getJsonArray("feeds").stream()
        .map(JsonObject.class::cast)
        .filter(report -> report.getString("feed").equals("identity"))
        .findFirst()
        .orElseThrow()
        .getLong("seq");
  }

  Answer add(long userId, String message) {
    return house()
        .post("/notifications", new JsonObject().put("user_id", userId).put("message", message));
  }

  /** The path of a new notification. */
  String path(long userId, String message) {
    return add(userId, message).expect(201).header("Location").orElseThrow();
  }

  Answer send(String path) {
    return house().send("POST", path + "/send", "");
  }

  String status(String path) {
    return house().get(path).expect(200).text("status");
  }

  /** Whether nobody listens any more. */
  boolean isGone() {
    try {
      return notifications().get("/health/ready").status() == 0;
    } catch (AssertionError refused) {
      return true;
    }
  }

  @Override
  public void close() {
    system.close();
  }
}
