package id.tixgo.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.MutableClock;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an event says besides its place: how far it is, its zone, its picture, whether it sells. */
class EventDetailsIT {
  private final MutableClock clock = new MutableClock();
  private RunningSystem system;
  private ServiceApi admin;

  @BeforeEach
  void start() {
    system = new RunningSystem(List.of("identity", "event"), Map.of(), clock, 2);
    admin = system.event().as(system.adminToken());
  }

  @AfterEach
  void stop() {
    system.close();
  }

  @Test
  void aPublishedEventShouldBeCompletedOnceItIsOver() {
    JsonObject brief = event().put("end_time", in(1));
    String published = create(brief);
    String draft = create(brief.copy().put("status", "draft"));
    String endless = create(event());
    JsonObject completed = new JsonObject().put("status", "completed");
    admin.patch(published, completed).expect(422, "VALIDATION_ERROR");
    clock.advance(Duration.ofHours(1));
    assertEquals("completed", admin.get(published).text("status"));
    assertEquals("draft", admin.get(draft).text("status"));
    assertEquals("published", admin.get(endless).text("status"));
    assertEquals("completed", admin.patch(published, completed).expect(200).text("status"));
    JsonObject later = new JsonObject().put("end_time", in(2));
    assertEquals("published", admin.patch(published, later).expect(200).text("status"));
  }

  @Test
  void whatWasReadShouldBeTakenBackAsItIs() {
    String path = create(event().put("end_time", in(1)).put("sales", true));
    clock.advance(Duration.ofHours(1));
    Answer read = admin.get(path).expect(200);
    String tag = read.header("ETag").orElseThrow();
    JsonObject replaced = admin.with("If-Match", tag).put(path, read.json()).expect(200).json();
    assertEquals(read.json().putNull("updated_at"), replaced.putNull("updated_at"));
  }

  @Test
  void aTimeWithoutOffsetShouldBeOneOfTheEventsZone() {
    JsonObject local = new JsonObject().put("title", "x").put("start_time", "2026-12-31T19:00:00");
    Answer usual = admin.post("/events", local).expect(201);
    assertEquals("2026-12-31T12:00:00.000000Z", usual.text("start_time"));
    assertEquals("Asia/Jakarta", usual.text("time_zone"));
    Answer own = admin.post("/events", local.copy().put("time_zone", "Asia/Jayapura")).expect(201);
    assertEquals("2026-12-31T10:00:00.000000Z", own.text("start_time"));
    assertEquals("Asia/Jayapura", own.text("time_zone"));
    Answer moved = admin.patch("/events/" + own.text("id"), zone("Asia/Jakarta")).expect(200);
    assertEquals("2026-12-31T10:00:00.000000Z", moved.text("start_time"));
    admin.post("/events", local.put("time_zone", "Mars/Olympus")).expect(422, "VALIDATION_ERROR");
  }

  @Test
  void aTimeThatClocksLeaveOutShouldBeRefused() {
    JsonObject event = event().put("time_zone", "Europe/Paris");
    Answer refused = admin.post("/events", event.put("start_time", "2026-03-29T02:30:00"));
    assertTrue(refused.expect(422).text("detail").contains("must be a time that exists there"));
  }

  @Test
  void pictureAndSalesShouldBeKept() {
    String path = create(event());
    assertFalse(admin.get(path).json().getBoolean("sales"));
    assertNull(admin.get(path).text("image_url"));
    JsonObject more = new JsonObject().put("sales", true).put("image_url", "https://x.id/a.jpg");
    Answer changed = admin.patch(path, more).expect(200);
    assertTrue(changed.json().getBoolean("sales"));
    assertEquals("https://x.id/a.jpg", changed.text("image_url"));
    assertNull(
        admin.patch(path, new JsonObject().putNull("image_url")).expect(200).text("image_url"));
    assertTrue(admin.get(path).json().getBoolean("sales"));
  }

  private String create(JsonObject event) {
    return admin.post("/events", event).expect(201).header("Location").orElseThrow();
  }

  private JsonObject event() {
    return new JsonObject().put("title", "Konser").put("start_time", in(0));
  }

  private String in(int hours) {
    return Timestamps.format(clock.instant().plus(Duration.ofHours(hours)));
  }

  private static JsonObject zone(String zone) {
    return new JsonObject().put("time_zone", zone);
  }
}
