package id.tixgo.launcher.postman;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The Postman collection is what the contracts give, and each of its requests has an answer that
 * its contract knows. With {@code -Dpostman.write} the file is written.
 */
class PostmanIT {
  private static final Path FILE = Path.of("../docs/tixgo.postman_collection.json");
  private static RunningSystem system;

  @BeforeAll
  static void start() throws IOException {
    system = RunningSystem.whole();
    if (Boolean.getBoolean("postman.write")) {
      Files.writeString(FILE, made());
    }
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void theFileShouldBeWhatTheContractsGive() throws IOException {
    assertEquals(made(), Files.readString(FILE), "make postman writes it anew");
  }

  private static String made() {
    return new PostmanCollection(PostmanIT::contract).json().encodePrettily() + "\n";
  }

  private static JsonObject contract(String service) {
    return system.service(service).contract().contract().document();
  }

  /** Each with a token of its own, as some end the one they are sent with. */
  @Test
  void everyRequestShouldHaveAnAnswerThatItsContractKnows() throws IOException {
    JsonObject collection = new JsonObject(Files.readString(FILE));
    PostmanRun run = new PostmanRun(collection, settings());
    List<String> wrong = new ArrayList<>();
    for (JsonObject item : PostmanRun.requests(collection).toList()) {
      run.set("token", system.adminToken());
      PostmanRun.Answered answered = run.send(item);
      if (!isGood(documented(item), answered)) {
        wrong.add(item.getString("name") + " " + answered);
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("password", "admin-secret");
    settings.put("service_token", RunningSystem.SERVICE_TOKEN);
    ServiceDescriptors.names()
        .forEach(name -> settings.put(name + "_url", system.service(name).base()));
    return settings;
  }

  /** What the request's own test takes; empty for whatever a service behind a gateway says. */
  private static JsonArray documented(JsonObject item) {
    JsonObject test = item.getJsonArray("event").getJsonObject(0).getJsonObject("script");
    String line = test.getJsonArray("exec").getString(0);
    return new JsonArray(line.substring(PostmanScript.DOCUMENTED.length(), line.length() - 1));
  }

  /** Routed, no failure, and of a form that the contract allows. */
  private static boolean isGood(JsonArray documented, PostmanRun.Answered answered) {
    return documented.isEmpty()
        ? answered.status() < 500 && !isNowhere(answered)
        : documented.contains(answered.status()) && !isNowhere(answered) && !isMalformed(answered);
  }

  private static boolean isNowhere(PostmanRun.Answered answered) {
    return answered.status() == 404 && answered.body().contains("There is nothing here.");
  }

  private static boolean isMalformed(PostmanRun.Answered answered) {
    return answered.status() == 422
        && answered.body().contains(ProblemKind.VALIDATION_ERROR.name());
  }
}
