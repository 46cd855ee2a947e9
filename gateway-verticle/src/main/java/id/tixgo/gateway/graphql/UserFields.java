package id.tixgo.gateway.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import id.tixgo.common.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Accounts and profiles. */
final class UserFields {
  private static final String USERS = "/users";

  /** REST wants to know the old one, which GraphQL's arguments don't have. */
  private static final String WHERE_PASSWORDS_CHANGE =
      "is changed by POST /auth/password, with the old one";

  private UserFields() {}

  static void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query",
        query ->
            query
                .dataFetcher("users", UserFields::users)
                .dataFetcher("usersConnection", UserFields::page)
                .dataFetcher("user", UserFields::user)
                .dataFetcher("me", field -> me(asker(field)).toCompletionStage()));
    wiring.type(
        "Mutation",
        mutation ->
            mutation
                .dataFetcher("createUser", UserFields::create)
                .dataFetcher("login", UserFields::logIn)
                .dataFetcher("updateUser", UserFields::update)
                .dataFetcher("deleteUser", UserFields::delete));
    wiring.type("LoginPayload", payload -> payload.dataFetcher("user", UserFields::whoLoggedIn));
  }

  private static CompletionStage<?> users(DataFetchingEnvironment field) {
    return identity(field).list(USERS + "?" + Rest.WHOLE).toCompletionStage();
  }

  private static CompletionStage<?> page(DataFetchingEnvironment field) {
    return identity(field).page(USERS + "?" + Arguments.page(field)).toCompletionStage();
  }

  private static CompletionStage<?> user(DataFetchingEnvironment field) {
    return identity(field).get(USERS + "/" + Arguments.segment(field, "id")).toCompletionStage();
  }

  private static Asker asker(DataFetchingEnvironment field) {
    String token = field.getArgument("token");
    return token == null ? Asker.of(field) : Asker.of(field).as(token);
  }

  private static Future<Map<String, Object>> me(Asker asker) {
    return Rest.of("identity", asker).get("/auth/me");
  }

  /** REST's answer has the number and the role; the rest is what was asked for. */
  private static CompletionStage<?> create(DataFetchingEnvironment field) {
    JsonObject account = Arguments.body(field);
    Map<String, Object> user = new HashMap<>(account.getMap());
    return Payload.of(
        field,
        "user",
        identity(field)
            .send(HttpMethod.POST, "/auth/register", account)
            .map(
                made -> {
                  user.putAll(made);
                  return user;
                }));
  }

  private static CompletionStage<?> logIn(DataFetchingEnvironment field) {
    return Payload.of(
        field,
        identity(field)
            .send(HttpMethod.POST, "/auth/login", Arguments.body(field))
            .map(
                token -> {
                  Map<String, Object> payload = new HashMap<>(token);
                  payload.put("token", token.get("access_token"));
                  payload.put("user_errors", List.of());
                  return payload;
                }));
  }

  private static CompletionStage<?> whoLoggedIn(DataFetchingEnvironment field) {
    Object token = field.<Map<String, Object>>getSource().get("access_token");
    return token == null ? null : me(Asker.of(field).as((String) token)).toCompletionStage();
  }

  private static CompletionStage<?> update(DataFetchingEnvironment field) {
    JsonObject changes = Arguments.body(field, "id");
    return Payload.of(
        field,
        "user",
        changes.containsKey("password")
            ? Future.failedFuture(Problem.invalid("password", WHERE_PASSWORDS_CHANGE, "forbidden"))
            : identity(field).send(HttpMethod.PUT, path(field), changes));
  }

  private static CompletionStage<?> delete(DataFetchingEnvironment field) {
    return Payload.said(field, "The user is deleted.", identity(field).delete(path(field)));
  }

  private static String path(DataFetchingEnvironment field) {
    return USERS + "/" + Arguments.segment(field, "id");
  }

  private static Rest identity(DataFetchingEnvironment field) {
    return Rest.of("identity", field);
  }
}
