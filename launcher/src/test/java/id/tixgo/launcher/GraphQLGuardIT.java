package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What hostile clients send to GraphQL addresses; none of it is our failure. */
class GraphQLGuardIT {
  private static final String MAKES_NOBODY =
      "mutation { createUser(name: \"x\", email: \"guard@x.id\", password: \"secret-1\") { user {"
          + " id } } }";

  private static RunningSystem system;
  private static ServiceApi gateway;
  private static GraphQLApi api;

  @BeforeAll
  static void start() {
    system = new RunningSystem(List.of("identity", "gateway"), Map.of());
    gateway = system.gateway();
    api = new GraphQLApi(gateway);
  }

  @AfterAll
  static void stop() {
    assertEquals(
        List.of("admin"),
        system.identity().as(system.adminToken()).get("/auth/users").array().stream()
            .map(user -> ((JsonObject) user).getString("username"))
            .filter(name -> !name.startsWith("user"))
            .toList());
    system.close();
  }

  @Test
  void aLinkShouldDoNothing() {
    String query = MAKES_NOBODY.replace(" ", "%20").replace("{", "%7B").replace("}", "%7D");
    String uri = "/user/graphql?query=" + query.replace("\"", "%22");
    assertEquals("POST", gateway.get(uri).expect(405).header("Allow").orElseThrow());
    gateway.send("HEAD", uri, "").expect(405);
    gateway.with("Content-Type", "text/plain").send("POST", uri, "x").expect(415);
    gateway.with("Content-Type", "application/json").send("POST", uri, "{}").expect(400);
    gateway.post(uri, new JsonObject().put("query", "{ __typename }")).expect(400, "BAD_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/graphql",
        "application/json; charset=utf-16"
      })
  void aFormShouldDoNothing(String type) {
    String body = new JsonObject().put("query", MAKES_NOBODY).encode();
    gateway.with("Content-Type", type).send("POST", "/graphql", body).expect(415);
    gateway.send("POST", "/graphql", body).expect(415, "UNSUPPORTED_MEDIA_TYPE");
  }

  static Stream<String> bodiesThatAreNone() {
    return Stream.of(
        "",
        " ",
        "null",
        "1",
        "\"{ __typename }\"",
        "{",
        "{}",
        "[]",
        "[{\"query\":\"{ __typename }\"}]",
        "{\"query\":1}",
        "{\"query\":null}",
        "{\"query\":[\"{ __typename }\"]}",
        "{\"query\":\"{ __typename }\",\"query\":\"{ __typename }\"}",
        "{\"query\":\"{ __typename }\",\"variables\":[]}",
        "{\"query\":\"{ __typename }\",\"variables\":\"{}\"}",
        "{\"query\":\"{ __typename }\",\"operationName\":1}",
        "{\"query\":\"{ __typename }\",\"extensions\":1}",
        "{\"query\":\"{ __typename }\"}}",
        "[".repeat(10_000));
  }

  @ParameterizedTest
  @MethodSource("bodiesThatAreNone")
  void aBodyThatIsNoRequestShouldBeRefused(String body) {
    gateway.with("Content-Type", "application/json").send("POST", "/graphql", body).expect(400);
  }

  @Test
  void bytesThatAreNoTextShouldBeRefused() {
    byte[] body = "{\"query\":\"{ __typename #\u00ff }\"}".getBytes(StandardCharsets.ISO_8859_1);
    gateway.with("Content-Type", "application/json").send("POST", "/graphql", body).expect(400);
  }

  @Test
  void aLongBodyShouldBeRefused() {
    JsonObject body = new JsonObject().put("query", "{ __typename #" + "x".repeat(70_000) + "\n}");
    gateway.post("/graphql", body).expect(413, "BODY_TOO_LARGE");
  }

  static Stream<String> queriesThatAreNone() {
    return Stream.of(
        "",
        "x",
        "{",
        "{ }",
        "{ nothing }",
        "{ me }",
        "{ me { id { x } } }",
        "query a { __typename } query b { __typename }",
        "query a { __typename } query a { __typename }",
        "subscription { __typename }",
        "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }",
        "{ ...none }",
        "query($x: Int!) { usersConnection(first: $x) { totalCount } }",
        "{ usersConnection(first: 99999999999) { totalCount } }",
        "{ usersConnection(first: \"1\") { totalCount } }",
        "{ usersConnection(first: null) { totalCount } }",
        "{ user(id: {a: 1}) { id } }",
        "{ user { id } }",
        "{ me @none { id } }",
        "{ me @skip { id } }",
        "{ me { id } } fragment unused on User { id }",
        "type Query { x: Int }",
        "{ user(id: \"\\uD800\") { id } }",
        "\"\"\"\"\"\" { __typename }");
  }

  @ParameterizedTest
  @MethodSource("queriesThatAreNone")
  void aQueryThatIsNoneShouldBeSaidSo(String query) {
    JsonObject answer = api.refused("/graphql", query, "BAD_USER_INPUT");
    assertTrue(answer.getJsonArray("errors").size() > 0);
    assertNull(answer.getValue("data"));
  }

  @Test
  void anOperationThatIsNotThereShouldBeSaidSo() {
    JsonObject request = new JsonObject().put("query", "query a { __typename }");
    assertEquals(
        "BAD_USER_INPUT", GraphQLApi.codes(api.ask("/graphql", request.put("operationName", "b"))));
  }

  static Stream<String> queriesThatAreTooMuch() {
    return Stream.of(
        aliased(1000, "login(email: \"x\", password: \"y\") { token }"),
        "mutation " + aliased(11, "login(email: \"x\", password: \"y\") { token }"),
        aliased(21, "__typename"),
        "{ me { " + repeated(21, i -> "a" + i + ": id") + " } }",
        "{ me { " + repeated(300, i -> "id") + " " + repeated(800, i -> "name") + " } }",
        "{ usersConnection(first: 1000) { nodes { id } } }",
        "{ usersConnection(first: 2147483647) { nodes { id name } } }",
        "{ users { " + repeated(101, i -> "name") + " } }",
        "{ me { id " + "@include(if: true) ".repeat(6) + "} }",
        "{ __typename " + "@skip(if: false) ".repeat(2000) + "}",
        "{ ...f0 } " + repeated(25, i -> bomb(i)) + " fragment f25 on Query { me { id } }",
        "{ me ".repeat(400) + "}".repeat(400),
        "{ user(id: " + "[".repeat(900) + "]".repeat(900) + ") { id } }");
  }

  private static String bomb(int i) {
    return "fragment f" + i + " on Query { ...f" + (i + 1) + " ...f" + (i + 1) + " }";
  }

  private static String aliased(int times, String field) {
    return "{ " + repeated(times, i -> "a" + i + ": " + field) + " }";
  }

  private static String repeated(int times, IntFunction<String> text) {
    return IntStream.range(0, times).mapToObj(text).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @MethodSource("queriesThatAreTooMuch")
  void aQueryThatIsTooMuchShouldBeRefusedBeforeAnyOfItIsDone(String query) {
    long begin = System.nanoTime();
    JsonObject answer = api.ask("/graphql", query);
    assertTrue(System.nanoTime() - begin < 5_000_000_000L);
    String codes = GraphQLApi.codes(answer);
    assertTrue(codes.equals("TOO_COMPLEX") || codes.equals("BAD_USER_INPUT"), answer::encode);
    assertNull(answer.getValue("data"), answer::encode);
  }

  @Test
  void eachLogInShouldCountWhereverItStands() {
    String logIn = "login(email: \"x\", password: \"y\") { token }";
    JsonObject answer =
        api.refused("/user/graphql", "mutation " + aliased(10, logIn), "BAD_CREDENTIALS");
    assertEquals(10, answer.getJsonArray("errors").size());
    String eleven = "mutation { " + repeated(10, i -> "a" + i + ": " + logIn) + " ...b }";
    String last = " fragment b on Mutation { " + logIn + " }";
    api.refused("/user/graphql", eleven + last, "TOO_COMPLEX");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../auth",
        "%2e%2e",
        "..%2finternal",
        "x/../..",
        "?a=b",
        "#",
        "\\u0000"
      })
  void anIdShouldLeadNowhereElse(String id) {
    GraphQLApi admin = new GraphQLApi(gateway.as(system.adminToken()));
    for (String query :
        List.of(
            "{ user(id: \"ID\") { id } }",
            "mutation { deleteUser(id: \"ID\") { success } }",
            "mutation { updateUser(id: \"ID\", name: \"x\") { user { id } } }")) {
      admin.refused("/user/graphql", query.replace("ID", id), "NOT_FOUND");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "\\r\\nX-Service-Token: y", "a b", "\\u0000", "\\u00e9"})
  void aTokenInAFieldShouldBeNoHeader(String token) {
    api.refused("/user/graphql", "{ me(token: \"" + token + "\") { id } }", "UNAUTHENTICATED");
  }

  @Test
  void whatAClientSendsShouldNotBecomeTheRoot() {
    JsonObject root = new JsonObject().put("me", new JsonObject().put("id", 1).put("name", "x"));
    JsonObject request =
        new JsonObject().put("query", "{ me { id name } }").put("initialValue", root);
    JsonObject answer = api.ask("/graphql", request);
    assertEquals("UNAUTHENTICATED", GraphQLApi.codes(answer));
    gateway.post("/graphql?initialValue=%7B%7D", request).expect(400, "BAD_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ __schema { types { name } } }",
        "{ __type(name: \"User\") { fields { name } } }",
        "{ a: __schema { queryType { name } } }",
        "{ ...f } fragment f on Query { __schema { queryType { name } } }"
      })
  void theSchemaShouldNotBeTold(String query) {
    JsonObject answer = api.ask("/graphql", query);
    assertEquals("BAD_USER_INPUT", GraphQLApi.codes(answer), answer::encode);
    assertNull(answer.getValue("data"), answer::encode);
    api.refused("/user/graphql", "{ usr(id: 1) { id } }", "BAD_USER_INPUT");
    assertFalse(api.ask("/user/graphql", "{ usr { id } }").encode().contains("Did you mean"));
    gateway.get("/graphiql/").expect(404);
    assertEquals(
        "Query",
        api.ask("/graphql", "{ __typename }").getJsonObject("data").getString("__typename"));
  }

  @Test
  void theExplorerShouldBeThereWhereItIsAllowed() {
    try (RunningSystem local =
        new RunningSystem(List.of("gateway"), Map.of("GRAPHQL_EXPLORER", "true"))) {
      GraphQLApi explored = new GraphQLApi(local.gateway());
      JsonObject schema =
          explored.get("/event/graphql", "{ __schema { queryType { name } } }", "__schema");
      assertEquals("Query", schema.getJsonObject("queryType").getString("name"));
      assertTrue(
          local.gateway().get("/graphiql/index.html").expect(200).body().contains("GraphiQL"));
    }
  }

  @Test
  void aQueryShouldBeKnownByItsHashOnceItWasSent() throws Exception {
    String query = "{ __typename }";
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(query.getBytes(StandardCharsets.UTF_8));
    JsonObject named = persisted(HexFormat.of().formatHex(hash));
    JsonObject unknown = api.ask("/user/graphql", named);
    assertEquals(
        "PersistedQueryNotFound",
        unknown.getJsonArray("errors").getJsonObject(0).getString("message"));
    JsonObject sent = named.copy().put("query", query);
    assertEquals(
        new JsonObject().put("__typename", "Query"),
        api.ask("/user/graphql", sent).getJsonObject("data"));
    assertEquals(
        new JsonObject().put("__typename", "Query"),
        api.ask("/user/graphql", named).getJsonObject("data"));
    JsonObject forged = persisted("00".repeat(32)).put("query", query);
    assertTrue(api.ask("/user/graphql", forged).containsKey("errors"));
    for (Object odd : List.of(1, "x", new JsonArray(), new JsonObject())) {
      JsonObject request =
          new JsonObject().put("extensions", new JsonObject().put("persistedQuery", odd));
      Answer answer = gateway.post("/user/graphql", request);
      assertTrue(answer.status() == 400 || answer.json().containsKey("errors"), answer::body);
    }
  }

  private static JsonObject persisted(String hash) {
    JsonObject query = new JsonObject().put("version", 1).put("sha256Hash", hash);
    return new JsonObject().put("extensions", new JsonObject().put("persistedQuery", query));
  }

  @Test
  void aServiceThatIsDownShouldBeSaidSoByItsFieldsAlone() {
    JsonObject answer =
        new GraphQLApi(gateway.as(system.tokenOf("user")))
            .ask("/graphql", "{ event(id: \"x\") { id } me { name } }");
    assertEquals("UPSTREAM_UNREACHABLE", GraphQLApi.codes(answer), answer::encode);
    assertTrue(
        answer.getJsonObject("data").getJsonObject("me").getString("name").startsWith("user"));
  }
}
