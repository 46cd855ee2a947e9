package id.tixgo.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.DeviceTests;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices as admins add, list and delete them. */
class DevicesIT extends DeviceTests {
  @Test
  void aDeviceShouldShowItsTokenOnceAndBeListedWithoutIt() {
    Answer added = add(device().put("gates", array("B", "A"))).expect(201);
    JsonObject json = added.json();
    assertEquals("/auth/devices/" + json.getLong("id"), added.header("Location").orElse(""));
    assertEquals("no-store", added.header("Cache-Control").orElse(""));
    assertEquals("admin", json.getString("created_by"));
    assertEquals("bearer", json.remove("token_type"));
    String token = (String) json.remove("access_token");
    assertEquals(3, token.split("\\.", -1).length);
    Answer list = admin.get("/auth/devices?limit=1000").expect(200);
    assertTrue(list.array().contains(json), list.body());
    assertFalse(list.body().contains(token));
    assertFalse(admin.get("/auth/users?limit=1000").body().contains(name));
  }

  @Test
  void devicesShouldComePageByPage() {
    add(device()).expect(201);
    add(new JsonObject().put("name", name + "b")).expect(201);
    Answer page = admin.get("/auth/devices?limit=1").expect(200);
    assertEquals(1, page.array().size());
    assertEquals("</auth/devices?limit=1&cursor=1>; rel=\"next\"", page.header("Link").orElse(""));
    assertTrue(Integer.parseInt(page.header("X-Total-Count").orElseThrow()) > 1);
  }

  @Test
  void aNameShouldBeTakenWhateverItsCaseUntilItsDeviceIsDeleted() {
    long id = add(device()).expect(201).json().getLong("id");
    JsonObject again = new JsonObject().put("name", name.toUpperCase(Locale.ROOT));
    Answer taken = add(again).expect(400, "DEVICE_NAME_TAKEN");
    assertEquals("Device " + again.getString("name") + " sudah terdaftar", taken.text("detail"));
    admin.delete("/auth/devices/" + id).expect(204);
    assertTrue(add(again).expect(201).json().getLong("id") > id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " a", "a ", "a\nb", "a\u0000", "a\u0085b", "a\u200bb", "a\u2028b"})
  void aNameThatIsNotPrintableShouldBeRefused(String bad) {
    add(new JsonObject().put("name", bad)).expect(422, "VALIDATION_ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "007", "12345678901234567890", "\u0661\u0662"})
  void aNameOfDigitsAloneShouldBeRefusedAndSaySo(String digits) {
    Answer refused = add(new JsonObject().put("name", digits)).expect(422, "VALIDATION_ERROR");
    assertTrue(refused.text("detail").contains("must not be digits alone"), refused::body);
  }

  @Test
  void whatBreaksTheSchemaShouldBeRefused() {
    add(new JsonObject()).expect(422, "VALIDATION_ERROR");
    add(new JsonObject().put("name", "x".repeat(65))).expect(422, "VALIDATION_ERROR");
    add(device().put("events", array(""))).expect(422, "VALIDATION_ERROR");
    add(device().put("events", array(event, event))).expect(422, "VALIDATION_ERROR");
    add(device().put("events", many(201))).expect(422, "VALIDATION_ERROR");
    add(device().put("gates", many(201))).expect(422, "VALIDATION_ERROR");
    add(device().put("gates", "A")).expect(422, "VALIDATION_ERROR");
    add(device().put("gates", array("x".repeat(65)))).expect(422, "VALIDATION_ERROR");
    admin.delete("/auth/devices/x").expect(422, "VALIDATION_ERROR");
    add(new JsonObject().put("name", "🎫" + name).put("events", many(200)).putNull("gates"))
        .expect(201);
  }

  @Test
  void devicesShouldBeForAdminsAlone() {
    String scanner = token(device());
    for (String token : List.of(system.tokenOf("committee"), system.tokenOf("user"), scanner)) {
      ServiceApi other = system.identity().as(token);
      other.get("/auth/devices").expect(403, "FORBIDDEN");
      other.post("/auth/devices", device()).expect(403, "FORBIDDEN");
      other.delete("/auth/devices/1").expect(403, "FORBIDDEN");
    }
    system.identity().get("/auth/devices").expect(401, "UNAUTHORIZED");
  }

  private static JsonArray many(int count) {
    return new JsonArray(IntStream.range(0, count).mapToObj(i -> "x" + i).toList());
  }
}
