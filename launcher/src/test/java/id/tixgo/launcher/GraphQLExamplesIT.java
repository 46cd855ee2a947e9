package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The examples of EventHUB's guide, word for word, with real ids for its placeholders. */
class GraphQLExamplesIT {
  private static final String UPDATE_PROFILE =
      """
      mutation {
        updateUser(id: "USER_ID", name: "New Name", address: "New Address") {
          user {
            id
            name
            address
          }
        }
      }
      """;

  private static final String CREATE_EVENT =
      """
      mutation {
        createEvent(
          title: "Konser Akbar"
          description: "Festival Musik 2026"
          venueId: 1
          roomId: 101
          startTime: "2026-12-31T19:00:00"
          endTime: "2026-12-31T23:59:00"
        ) {
          event {
            id
            title
            status
          }
        }
      }
      """;

  private static final String CREATE_TICKET_TYPE =
      """
      mutation {
        createTicketType(input: {
          eventId: "EVENT_ID"
          name: REGULAR
          price: 150000
          quota: 100
        }) {
          id
          name
          price
          quota
        }
      }
      """;

  private static final String CREATE_BOOKING =
      """
      mutation {
        createBooking(input: {
          eventId: "EVENT_ID"
          ticketTypeId: "TICKET_ID"
          quantity: 2
        }) {
          id
          totalPrice
          status
        }
      }
      """;

  private static final String CONFIRM_PAYMENT =
      """
      mutation {
        confirmPayment(id: "BOOKING_ID_DARI_LANGKAH_1") {
          id
          status
          ticketTypeId
        }
      }
      """;

  private static RunningSystem system;
  private static GraphQLApi anyone;
  private static GraphQLApi admin;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    anyone = new GraphQLApi(system.gateway());
    ServiceApi rest = system.gateway().as(system.adminToken());
    admin = new GraphQLApi(rest);
    JsonObject venue = new JsonObject().put("name", "Sabuga").put("time_zone", "Asia/Jakarta");
    assertEquals(1, rest.post("/venues", venue).expect(201).json().getInteger("id"));
    JsonObject room = new JsonObject().put("name", "Hall").put("capacity", 3000);
    assertEquals(101, rest.post("/venues/1/rooms", room).expect(201).json().getInteger("id"));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void everyExampleShouldRunOneAfterTheOther() {
    JsonObject made =
        admin.get("/event/graphql", CREATE_EVENT, "createEvent").getJsonObject("event");
    assertEquals("Konser Akbar", made.getString("title"));
    assertEquals("PUBLISHED", made.getString("status"));
    String event = made.getString("id");

    JsonObject type =
        admin.get(
            "/ticket/graphql", CREATE_TICKET_TYPE.replace("EVENT_ID", event), "createTicketType");
    assertEquals("REGULAR", type.getString("name"));
    assertEquals(150_000, type.getInteger("price"));
    assertEquals(100, type.getInteger("quota"));

    GraphQLApi siti = siti();
    String order =
        CREATE_BOOKING.replace("EVENT_ID", event).replace("TICKET_ID", type.getString("id"));
    JsonObject booking = siti.get("/booking/graphql", order, "createBooking");
    assertEquals("PENDING", booking.getString("status"));
    assertEquals(300_000, booking.getInteger("totalPrice"));

    String confirm = CONFIRM_PAYMENT.replace("BOOKING_ID_DARI_LANGKAH_1", booking.getString("id"));
    siti.refused("/booking/graphql", confirm, "PAYMENT_REQUIRED");
    for (int i = 0; i < 2; i++) {
      JsonObject paid = admin.get("/booking/graphql", confirm, "confirmPayment");
      assertEquals("PAID", paid.getString("status"));
      assertEquals(type.getString("id"), paid.getString("ticketTypeId"));
    }
    JsonObject sold =
        siti.get(
            "/graphql",
            "{ ticketType(id: \"" + type.getString("id") + "\") { sold available } }",
            "ticketType");
    assertEquals(new JsonObject().put("sold", 2).put("available", 98), sold);
    String cancel =
        "mutation { cancelBooking(id: \"" + booking.getString("id") + "\") { success message } }";
    siti.refused("/booking/graphql", cancel, "ALREADY_PAID");
    assertTrue(admin.get("/booking/graphql", cancel, "cancelBooking").getBoolean("success"));
  }

  /** Registers and logs in the way the guide names: by e-mail address. */
  private static GraphQLApi siti() {
    String account = "name: \"Siti\", email: \"siti@eventhub.id\", password: \"secret-1\"";
    JsonObject made =
        anyone
            .get(
                "/user/graphql",
                "mutation { createUser(" + account + ") { user { id name email role } } }",
                "createUser")
            .getJsonObject("user");
    assertEquals("Siti", made.getString("name"));
    assertEquals("USER", made.getString("role"));
    String logIn =
        "mutation { login(email: \"siti@eventhub.id\", password: \"secret-1\")"
            + " { accessToken token tokenType expiresIn user { id email } } }";
    JsonObject in = anyone.get("/user/graphql", logIn, "login");
    assertEquals(in.getString("token"), in.getString("accessToken"));
    assertEquals(made.getString("id"), in.getJsonObject("user").getString("id"));
    GraphQLApi siti = new GraphQLApi(system.gateway().as(in.getString("token")));
    String update = UPDATE_PROFILE.replace("USER_ID", made.getString("id"));
    JsonObject changed = siti.get("/user/graphql", update, "updateUser").getJsonObject("user");
    assertEquals("New Name", changed.getString("name"));
    assertEquals("New Address", changed.getString("address"));
    String me = "{ me(token: \"" + in.getString("token") + "\") { name email address } }";
    assertEquals("New Name", anyone.get("/user/graphql", me, "me").getString("name"));
    return siti;
  }

  @Test
  void placeholdersAsTheyStandShouldBeNotFound() {
    admin.refused("/user/graphql", UPDATE_PROFILE, "NOT_FOUND");
    admin.refused("/ticket/graphql", CREATE_TICKET_TYPE, "NOT_FOUND");
    admin.refused("/booking/graphql", CREATE_BOOKING, "NOT_FOUND");
    admin.refused("/booking/graphql", CONFIRM_PAYMENT, "NOT_FOUND");
    for (String query :
        List.of(
            "{ user(id: \"USER_ID\") { id } }",
            "{ event(id: \"EVENT_ID\") { id } }",
            "{ ticketType(id: \"TICKET_ID\") { id } }",
            "{ booking(id: \"BOOKING_ID\") { id } }",
            "mutation { deleteUser(id: \"USER_ID\") { success } }",
            "mutation { deleteTicketType(id: \"TICKET_ID\") { success } }",
            "mutation { cancelBooking(id: \"BOOKING_ID\") { success } }",
            "mutation { updateEvent(id: \"EVENT_ID\", title: \"x\") { event { id } } }")) {
      admin.refused("/graphql", query, "NOT_FOUND");
    }
  }

  @Test
  void anEventShouldShowItsVenueAndItsTimesThere() {
    JsonObject event =
        admin
            .get(
                "/graphql",
                "mutation { createEvent(title: \"Siang\", venueId: 1, roomId: 101, startTime:"
                    + " \"2026-08-17T10:00:00\", endTime: \"2026-08-17T12:00:00+07:00\") { event {"
                    + " id startTime endTime startsAt timeZone venue { name rooms { id } } room {"
                    + " name } } userErrors { code } } }",
                "createEvent")
            .getJsonObject("event");
    assertEquals("2026-08-17T10:00:00", event.getString("startTime"));
    assertEquals("2026-08-17T12:00:00", event.getString("endTime"));
    assertEquals("2026-08-17T03:00:00.000000Z", event.getString("startsAt"));
    assertEquals("Sabuga", event.getJsonObject("venue").getString("name"));
    assertEquals("Hall", event.getJsonObject("room").getString("name"));
    String id = event.getString("id");
    String cancelled =
        "mutation { updateEvent(id: \""
            + id
            + "\", status: CANCELLED) { event { status title } } }";
    assertEquals(
        "CANCELLED",
        admin
            .get("/event/graphql", cancelled, "updateEvent")
            .getJsonObject("event")
            .getString("status"));
    JsonObject page =
        admin.get(
            "/graphql",
            "{ eventsConnection(first: 1, venueId: 1) { nodes { id } pageInfo { hasNextPage }"
                + " totalCount } }",
            "eventsConnection");
    assertTrue(page.getInteger("totalCount") >= 1);
  }

  @Test
  void aRoomThatIsTakenShouldBeSaidInThePayloadToo() {
    String block =
        "mutation { blockSchedule(venueId: 1, roomId: 101, startTime: \"2027-01-01T08:00:00\","
            + " endTime: \"2027-01-01T17:00:00\", reason: \"Cleaning\")"
            + " { success message schedule { id roomId startTime reason } } }";
    JsonObject blocked = admin.get("/event/graphql", block, "blockSchedule");
    assertTrue(blocked.getBoolean("success"));
    assertEquals("2027-01-01T08:00:00", blocked.getJsonObject("schedule").getString("startTime"));
    JsonObject answer = admin.refused("/event/graphql", block, "SCHEDULE_TAKEN");
    JsonObject again = answer.getJsonObject("data").getJsonObject("blockSchedule");
    assertEquals(false, again.getBoolean("success"));
    assertNull(again.getValue("schedule"));
    String event =
        "mutation { createEvent(title: \"x\", venueId: 1, roomId: 101,"
            + " startTime: \"2027-01-01T09:00:00\", endTime: \"2027-01-01T10:00:00\")"
            + " { event { id } userErrors { code message } } }";
    JsonObject payload =
        admin
            .refused("/event/graphql", event, "SCHEDULE_TAKEN")
            .getJsonObject("data")
            .getJsonObject("createEvent");
    assertEquals(
        "SCHEDULE_TAKEN", payload.getJsonArray("userErrors").getJsonObject(0).getString("code"));
  }
}
