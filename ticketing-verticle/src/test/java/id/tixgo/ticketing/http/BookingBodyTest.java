package id.tixgo.ticketing.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.http.Contract;
import id.tixgo.common.http.FastPathDecoder;
import id.tixgo.common.json.JsonFormat;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The quick way must never let in what the contract's schema refuses, nor read it differently. */
@ExtendWith(VertxExtension.class)
class BookingBodyTest {
  private static final List<String> NAMES =
      List.of("event_id", "ticket_type_id", "quantity", "items", "buyer", "holders", "voucher");
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "\"\"",
          "\"VIP\"",
          "\"é\"",
          "\"a\\nb\"",
          "\"" + "x".repeat(128) + "\"",
          "\"" + "x".repeat(129) + "\"",
          "0",
          "1",
          "-1",
          "2.0",
          "1e2",
          "1000",
          "1001",
          "99999999999",
          "[]",
          "{}",
          "[7]",
          "[{}]",
          "[{\"ticket_type_id\":\"t\"}]",
          "[{\"quantity\":1}]",
          "[{\"ticket_type_id\":\"t\",\"quantity\":2}]",
          "[{\"ticket_type_id\":\"t\",\"quantity\":0}]",
          "[{\"ticket_type_id\":\"t\",\"quantity\":2,\"holders\":[]}]",
          items(50),
          items(51),
          "{\"name\":\"Siti\"}",
          "{\"name\":null}",
          "{\"name\":\"" + "x".repeat(201) + "\"}",
          "{\"name\":\"Siti\",\"email\":\"siti@example.com\"}",
          "{\"email\":\"nonsense\"}");

  @BeforeAll
  static void setUp() {
    JsonFormat.install();
  }

  @Test
  void plainShouldBeWithinTheSchemaAndSayTheSame(Vertx vertx) throws Exception {
    Contract contract = Contract.load(vertx, "ticketing").await(20, TimeUnit.SECONDS);
    var schema =
        contract.operation("createBooking").getRequestBody().getContent().get("application/json");
    var validator = Contract.validator(schema.getSchema());
    int plain = 0;
    for (String name : NAMES) {
      for (String value : VALUES) {
        String json = body(name, value);
        Optional<?> read = read(json);
        if (read.isPresent()) {
          plain++;
          assertTrue(validator.validate(new JsonObject(json)).getValid(), json);
          assertEquals(Json.decodeValue(json, BookingBody.class), read.get());
        }
      }
    }
    assertTrue(plain > 8, "only " + plain);
  }

  @Test
  void aMemberThatComesTwiceShouldNotBeRead() {
    String once = body("quantity", "1");
    for (String member :
        List.of("\"event_id\":\"e\",", "\"ticket_type_id\":\"t\",", "\"quantity\":1,")) {
      assertFalse(read("{" + member + once.substring(1)).isPresent(), member);
    }
    String twice = "[{\"ticket_type_id\":\"t\",\"quantity\":1,\"quantity\":2}]";
    assertFalse(read(body("items", twice)).isPresent());
    assertFalse(read(body("buyer", "{\"name\":\"a\",\"name\":\"b\"}")).isPresent());
  }

  @Test
  void whatIsNoBodyShouldNotBeRead() {
    String body = body("quantity", "1");
    for (String text : List.of("", "[]", "null", "7", "{", body + "{}", "[" + body + "]")) {
      assertFalse(read(text).isPresent(), text);
    }
    assertFalse(read(body.substring(0, body.length() - 1)).isPresent());
    assertTrue(read(" " + body + "\n").isPresent());
  }

  private static Optional<?> read(String json) {
    FastPathDecoder shortcut = BookingBodyReader::read;
    return shortcut.accept(Buffer.buffer(json));
  }

  private static String body(String name, String value) {
    JsonObject body = new JsonObject().put("event_id", "evt1").put("ticket_type_id", "t1");
    body.remove(name);
    String rest = body.encode();
    return rest.substring(0, rest.length() - 1) + "," + "\"" + name + "\":" + value + "}";
  }

  private static String items(int count) {
    String item = "{\"ticket_type_id\":\"t\",\"quantity\":1}";
    return "[" + (item + ",").repeat(count - 1) + item + "]";
  }
}
