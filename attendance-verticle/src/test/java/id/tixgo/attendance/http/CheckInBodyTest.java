package id.tixgo.attendance.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.attendance.People;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.FastPathDecoder;
import id.tixgo.common.json.JsonFormat;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The quick check must never let in what the contract's schema refuses. */
@ExtendWith(VertxExtension.class)
class CheckInBodyTest {
  private static final List<String> TEXTS =
      List.of(
          "null",
          "\"\"",
          "\"T1\"",
          "\"T 1\"",
          "7",
          "true",
          "[]",
          "{}",
          "\"a\\nb\"",
          "\"\\u0000\"",
          "\"\\u007f\"",
          "\"é\"",
          "\"" + "x".repeat(64) + "\"",
          "\"" + "x".repeat(65) + "\"",
          "\"" + "x".repeat(128) + "\"",
          "\"" + "x".repeat(129) + "\"");
  private static final List<String> NAMES =
      List.of("event_id", "ticket_id", "gate", "device_id", "direction");

  @BeforeAll
  static void setUp() {
    JsonFormat.install();
  }

  @Test
  void plainShouldBeWithinTheSchema(Vertx vertx) throws Exception {
    Contract contract = Contract.load(vertx, "attendance").await(20, TimeUnit.SECONDS);
    var schema =
        contract.operation("checkIn").getRequestBody().getContent().get("application/json");
    var validator = Contract.validator(schema.getSchema());
    int plain = 0;
    for (String name : NAMES) {
      for (String text : TEXTS) {
        String json = body(name, text);
        if (isPlain(json)) {
          plain++;
          assertTrue(validator.validate(new JsonObject(json)).getValid(), json);
        }
      }
    }
    assertTrue(plain > 10);
  }

  @Test
  void plainShouldBeWhatEveryDoorSends() {
    assertTrue(isPlain("{\"event_id\":\"evt1\",\"ticket_id\":\"TKT-001\"}"));
    assertTrue(isPlain(body("gate", "\"Gate A\"")));
    assertFalse(isPlain("{\"event_id\":\"evt1\"}"));
  }

  @Test
  void aMemberThatComesTwiceShouldNotBeRead() {
    for (String name : NAMES) {
      String one = "\"" + name + "\":\"in\"";
      String none = "\"" + name + "\":null";
      String rest = body(name, "\"in\"").substring(1);
      assertTrue(isPlain("{\"x\":[{}]," + rest), name);
      List.of(one, none).forEach(first -> assertFalse(isPlain("{" + first + "," + rest), name));
    }
    assertTrue(isPlain("{\"x\":{\"gate\":\"A\"}," + body("gate", "\"B\"").substring(1)));
  }

  @Test
  void whatIsNoBodyShouldNotBeRead() {
    String body = body("gate", "\"A\"");
    List.of("", " ", "[]", "null", "7", "{", body + "{}", body + "]", "[" + body + "]", body + "x")
        .forEach(text -> assertFalse(isPlain(text), text));
    assertTrue(isPlain(" " + body + "\n"));
  }

  @Test
  void absentGateShouldBecomeEmpty() {
    CheckInBody body = new CheckInBody("e", "t", null, null, null);
    assertEquals("", body.toScan(People.SITI, Instant.EPOCH, Optional.empty()).gate());
  }

  private static boolean isPlain(String json) {
    FastPathDecoder shortcut = CheckInBodyReader::read;
    return shortcut.accept(Buffer.buffer(json)).isPresent();
  }

  private static String body(String name, String value) {
    JsonObject body = new JsonObject().put("event_id", "evt1").put("ticket_id", "T1");
    body.remove(name);
    String rest = body.encode();
    return rest.substring(0, rest.length() - 1) + ",\"" + name + "\":" + value + "}";
  }
}
