package id.tixgo.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What must hold of users however many requests come at once. */
class IdentityRacesIT {
  private static final int CALLERS = 24;
  private static final ExecutorService CLIENTS = Executors.newFixedThreadPool(CALLERS);
  private static RunningSystem system;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
  }

  @AfterAll
  static void stop() {
    CLIENTS.shutdownNow();
    system.close();
  }

  @RepeatedTest(10)
  void oneNameShouldBeRegisteredOnceWhateverItsCase(RepetitionInfo run) throws Exception {
    String name = "wanted-" + run.getCurrentRepetition();
    List<Answer> answers =
        atOnce(
            i -> {
              String spelled = i % 2 == 0 ? name : name.toUpperCase(Locale.ROOT);
              return system.identity().post("/auth/register", user(spelled));
            });
    assertEquals(1, withStatus(answers, 201).size());
    assertEquals(CALLERS - 1, withStatus(answers, 400).size());
    withStatus(answers, 400).forEach(answer -> answer.expect(400, "USERNAME_TAKEN"));
  }

  @RepeatedTest(5)
  void oneAdminShouldStayWhenAllAreDemotedOrDeletedAtOnce() throws Exception {
    try (RunningSystem alone = new RunningSystem(List.of("identity"), Map.of())) {
      List<String> admins = List.of("admin", alone.newUser("admin"));
      ServiceApi api = alone.identity().as(alone.adminToken());
      List<Answer> answers = atOnce(i -> takeAway(api, "/auth/users/" + admins.get(i % 2), i));
      answers.forEach(
          a -> assertTrue(List.of(200, 204, 401, 403, 404, 409).contains(a.status()), a.body()));
      assertEquals(1, admins.stream().filter(name -> isAdmin(alone, name)).count());
    }
  }

  private static Answer takeAway(ServiceApi api, String user, int call) {
    return call % 3 == 0 ? api.delete(user) : api.send("PUT", user + "/role?role=user", "");
  }

  /** Asked of a new token, since every older one may be refused by now. */
  private static boolean isAdmin(RunningSystem alone, String name) {
    String password = name.equals("admin") ? "admin-secret" : "secret-1";
    JsonObject body = new JsonObject().put("username", name).put("password", password);
    Answer login = alone.identity().post("/auth/login", body);
    return login.status() == 200
        && alone
            .identity()
            .as(login.text("access_token"))
            .get("/auth/me")
            .text("role")
            .equals("admin");
  }

  @Test
  void oneOfManyPasswordChangesShouldCount() throws Exception {
    String name = system.newUser("user");
    String token = system.logIn(name, "secret-1");
    List<Answer> answers =
        atOnce(
            i ->
                system
                    .identity()
                    .as(token)
                    .post(
                        "/auth/password",
                        new JsonObject()
                            .put("old_password", "secret-1")
                            .put("new_password", "secret-new-" + i)));
    assertEquals(1, withStatus(answers, 204).size());
    answers.forEach(a -> assertTrue(List.of(204, 400, 401, 409).contains(a.status()), a.body()));
    int winner = IntStream.range(0, CALLERS).filter(i -> answers.get(i).status() == 204).sum();
    system.logIn(name, "secret-new-" + winner);
  }

  @Test
  void aFloodOfLogInsShouldBeServedOrToldToWait() throws Exception {
    String name = system.newUser("user");
    JsonObject body = new JsonObject().put("username", name).put("password", "secret-1");
    List<Answer> answers = new ArrayList<>();
    for (int round = 0; round < 10; round++) {
      answers.addAll(atOnce(i -> system.identity().post("/auth/login", body)));
    }
    for (Answer answer : answers) {
      if (answer.status() != 200) {
        assertTrue(answer.expect(503, "OVERLOADED").header("Retry-After").isPresent());
      }
    }
  }

  private static List<Answer> withStatus(List<Answer> answers, int status) {
    return answers.stream().filter(answer -> answer.status() == status).toList();
  }

  private static JsonObject user(String name) {
    return new JsonObject().put("username", name).put("password", "secret-1");
  }

  private static List<Answer> atOnce(IntFunction<Answer> call) throws Exception {
    List<Callable<Answer>> calls =
        IntStream.range(0, CALLERS).<Callable<Answer>>mapToObj(i -> () -> call.apply(i)).toList();
    List<Answer> answers = new ArrayList<>();
    for (Future<Answer> answer : CLIENTS.invokeAll(calls)) {
      answers.add(answer.get());
    }
    return answers;
  }
}
