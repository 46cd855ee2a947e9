package id.tixgo.launcher.postman;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Postman does before a request is sent, and with its answer. */
final class PostmanScript {
  static final String LOG_IN = "login";
  static final String LOG_OUT = "logout";
  static final String DOCUMENTED = "const documented = ";

  private static final String KEEP_TOKEN =
      """
      if (pm.response.code === 200) {
        pm.collectionVariables.set('token', pm.response.json().access_token);
      }""";

  private static final String FORGET_TOKEN =
      """
      if (pm.response.code === 204) {
        pm.collectionVariables.set('token', '');
      }""";

  private static final String LOG_IN_FIRST =
      """
      if (!pm.variables.get('token') && pm.variables.get('password')) {
        pm.sendRequest(
          {
            url: pm.variables.get('gateway_url') + '/auth/login',
            method: 'POST',
            header: { 'Content-Type': 'application/json' },
            body: {
              mode: 'raw',
              raw: JSON.stringify({
                username: pm.variables.get('username'),
                password: pm.variables.get('password'),
              }),
            },
          },
          (error, answer) => {
            if (!error && answer.code === 200) {
              pm.collectionVariables.set('token', answer.json().access_token);
            }
          },
        );
      }""";

  private PostmanScript() {}

  /** Whoever has set a password is logged in by himself. */
  static JsonArray ofCollection() {
    return new JsonArray().add(event("prerequest", LOG_IN_FIRST.lines().toList()));
  }

  /**
   * @param documented the statuses that the contract knows, empty for any
   */
  static JsonArray ofRequest(String operation, Set<Integer> documented) {
    Stream<String> own =
        switch (operation) {
          case LOG_IN -> KEEP_TOKEN.lines();
          case LOG_OUT -> FORGET_TOKEN.lines();
          default -> Stream.empty();
        };
    List<String> lines = Stream.concat(check(documented), own).toList();
    return new JsonArray().add(event("test", lines));
  }

  private static Stream<String> check(Set<Integer> documented) {
    String expected = documented.isEmpty() ? "to.be.below(500)" : "to.be.oneOf(documented)";
    return Stream.of(
        DOCUMENTED
            + documented.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "];")),
        "pm.test('the answer is one that the contract knows', () => {",
        "  pm.expect(pm.response.code)." + expected + ";",
        "});");
  }

  private static JsonObject event(String when, List<String> lines) {
    return new JsonObject()
        .put("listen", when)
        .put(
            "script",
            new JsonObject().put("type", "text/javascript").put("exec", new JsonArray(lines)));
  }
}
