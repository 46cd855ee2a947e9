package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.tixgo.common.test.RunningSystem;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody gets or changes through GraphQL what REST wouldn't let him, on any edge. */
class GraphQLAccessIT {
  private static RunningSystem system;
  private static GraphQLApi budi;
  private static JsonObject siti;
  private static String booking;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    GraphQLApi admin = as(system.adminToken());
    String token = system.tokenOf("user");
    siti = as(token).get("/graphql", "{ me { id name } }", "me");
    budi = as(system.tokenOf("user"));
    booking = booked(admin, as(token));
  }

  private static GraphQLApi as(String token) {
    return new GraphQLApi(system.gateway().as(token));
  }

  private static String booked(GraphQLApi admin, GraphQLApi buyer) {
    JsonObject event = new JsonObject().put("title", "x").put("start_time", "2026-12-31T12:00:00Z");
    String id = admin.gateway().post("/events", event).expect(201).text("id");
    String type =
        admin
            .get(
                "/graphql",
                "mutation { createTicketType(input: { eventId: \""
                    + id
                    + "\", code: \"FAMILY\", price: \"150000\", quota: 10 }) { id name code } }",
                "createTicketType")
            .getString("id");
    String order =
        "mutation { createBooking(input: { eventId: \""
            + id
            + "\", ticketTypeId: \""
            + type
            + "\", quantity: 1, idempotencyKey: \"one\" }) { id } }";
    String made = buyer.get("/graphql", order, "createBooking").getString("id");
    assertEquals(made, buyer.get("/graphql", order, "createBooking").getString("id"));
    return made;
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  static Stream<Map.Entry<String, String>> whatIsNotHis() {
    return Stream.of(
        Map.entry("{ users { id email } }", "FORBIDDEN"),
        Map.entry("{ usersConnection { nodes { id email } } }", "FORBIDDEN"),
        Map.entry("{ user(id: \"SITI\") { id email phone } }", "NOT_FOUND"),
        Map.entry("{ booking(id: \"BOOKING\") { id userId } }", "NOT_FOUND"),
        Map.entry("mutation { confirmPayment(id: \"BOOKING\") { id userId } }", "NOT_FOUND"),
        Map.entry("mutation { cancelBooking(id: \"BOOKING\") { success } }", "NOT_FOUND"),
        Map.entry(
            "mutation { updateUser(id: \"SITI\", name: \"x\") { user { id email } } }",
            "NOT_FOUND"),
        Map.entry("mutation { deleteUser(id: \"SITI\") { success } }", "FORBIDDEN"),
        Map.entry("mutation { updateTicketSold(id: \"x\", quantity: -1) { id } }", "FORBIDDEN"),
        Map.entry("mutation { deleteTicketType(id: \"x\") { success } }", "FORBIDDEN"),
        Map.entry(
            "mutation { updateEvent(id: \"x\", title: \"y\") { event { id } } }", "FORBIDDEN"),
        Map.entry(
            "mutation { createTicketType(input: { eventId: \"x\", name: VIP, price: 1, quota: 1 })"
                + " { id } }",
            "FORBIDDEN"),
        Map.entry(
            "mutation { createEvent(title: \"x\", venueId: 1, roomId: 101, startTime:"
                + " \"2026-12-31T19:00:00\", endTime: \"2026-12-31T20:00:00\") { event { id } } }",
            "FORBIDDEN"));
  }

  @ParameterizedTest
  @MethodSource("whatIsNotHis")
  void whatIsAnothersShouldStayHis(Map.Entry<String, String> asked) {
    String query = asked.getKey().replace("SITI", siti.getString("id")).replace("BOOKING", booking);
    JsonObject answer = budi.refused("/graphql", query, asked.getValue());
    assertFalse(answer.encode().contains(siti.getString("name")), answer::encode);
    GraphQLApi nobody = new GraphQLApi(system.gateway());
    String code = query.contains("updateTicketSold") ? "FORBIDDEN" : "UNAUTHENTICATED";
    nobody.refused("/graphql", query, code);
  }

  @Test
  void bookingsOfAnotherShouldNotBeListed() {
    String query = "{ bookingsByUser(userId: \"" + siti.getString("id") + "\") { id userId } }";
    JsonObject answer = budi.ask("/graphql", query);
    assertFalse(answer.encode().contains(booking), answer::encode);
  }

  @Test
  void aTokenInAFieldShouldCountForThatFieldAlone() {
    String query = "{ me(token: \"" + system.tokenOf("user") + "\") { id } users { id } }";
    JsonObject answer = budi.ask("/user/graphql", query);
    assertEquals("FORBIDDEN", GraphQLApi.codes(answer), answer::encode);
    assertNull(answer.getValue("data"));
    JsonObject forged = budi.ask("/user/graphql", "{ me(token: \"x.y.z\") { id } }");
    assertEquals("UNAUTHENTICATED", GraphQLApi.codes(forged), forged::encode);
  }
}
