package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.EventDoor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Batches of devices whose clock was wrong when they scanned. */
class BatchClockIT extends EventDoor {
  private static final String OLD = "1970-01-01T00:00:05Z";

  /** It was set right before the batch was sent: that says nothing of the times before. */
  @Test
  void aClockThatIsRightNowShouldNotMakeATimeOf1970TheFirstOfAll() {
    Instant now = Instant.now();
    hand("d1", now, late("n1", "T1", now.minusSeconds(60).toString()));
    hand("d2", now, late("n1", "T1", OLD), late("n2", "T2", now.minusSeconds(9).toString()));
    assertEquals(List.of("d1", "d2"), of(staff.get("/attendance/" + event), "device_id"));
    JsonArray scans = staff.get(path("/scans")).expect(200).array();
    JsonObject old = scans.getJsonObject(1);
    assertEquals("arrival", old.getString("time_flag"));
    assertEquals(Instant.parse(OLD), Instant.parse(old.getString("device_time")));
    assertEquals(old.getString("synced_at"), old.getString("at"));
    assertEquals(null, scans.getJsonObject(2).getString("time_flag"));
  }

  @Test
  void aTimeLongBeforeTheDoorsShouldCountOnArrivalWhateverTheClock() {
    Instant now = Instant.now();
    JsonObject rules = new JsonObject().put("opens_at", now.minusSeconds(600).toString());
    admin.put(path("/rules"), rules).expect(200);
    Instant early = now.minusSeconds(900);
    Instant absurd = now.minus(Duration.ofDays(8));
    hand("d1", now, late("n1", "T1", early.toString()), late("n2", "T2", absurd.toString()));
    JsonArray scans = staff.get(path("/scans")).expect(200).array();
    assertEquals(
        List.of("arrival", "clamped"),
        IntStream.range(0, 2)
            .mapToObj(i -> scans.getJsonObject(i).getString("time_flag"))
            .toList());
  }

  @Test
  void whatCountsOnArrivalShouldRankAsItStoodInTheQueue() {
    admin.put(path("/rules"), new JsonObject().put("reentry", true)).expect(200);
    JsonObject in = late("n9", "T1", OLD);
    JsonObject out = late("n8", "T1", OLD).put("direction", "out");
    JsonObject again = late("n7", "T1", "1970-01-01T00:00:01Z");
    JsonObject left = late("n6", "T1", "1970-01-01T00:00:03Z").put("direction", "out");
    Answer answer = batch(new JsonObject(), "d1", in, out, again, left);
    assertEquals(List.of("checked_in", "checked_in", "checked_in", "checked_in"), statuses(answer));
    assertEquals(0, stats().getInteger("inside"));
    batch(new JsonObject(), "d2", late("n1", "T2", OLD), late("n0", "T2", OLD));
    String first = answer.json().getJsonArray("results").getJsonObject(0).encode();
    JsonObject checkIn = new JsonObject(first).getJsonObject("record");
    assertEquals(
        checkIn.getString("checkin_id"),
        of(staff.get("/attendance/" + event), "checkin_id").get(0));
  }

  /** A clock that is ahead by who knows how much still tells what came before what. */
  @Test
  void timesInTheFutureShouldKeepTheirOrder() {
    admin.put(path("/rules"), new JsonObject().put("reentry", true)).expect(200);
    JsonObject in = late("n9", "T1", "2999-01-01T00:00:00Z");
    JsonObject out = late("n8", "T1", "2999-01-01T00:00:09Z").put("direction", "out");
    batch(new JsonObject(), "d1", out, in).expect(200);
    assertEquals(0, stats().getInteger("inside"));
  }

  private void hand(String device, Instant sentAt, JsonObject... scans) {
    batch(new JsonObject().put("sent_at", sentAt.toString()), device, scans).expect(200);
  }

  private Answer batch(JsonObject envelope, String device, JsonObject... scans) {
    JsonObject all = envelope.put("device_id", device).put("scans", new JsonArray(List.of(scans)));
    return staff.post("/checkins/batch", all);
  }

  private JsonObject late(String nonce, String ticket, String at) {
    return body(ticket, "A", "in").put("nonce", nonce).put("scanned_at", at);
  }

  private static List<String> of(Answer attendance, String member) {
    return attendance.expect(200).json().getJsonArray("records").stream()
        .map(record -> ((JsonObject) record).getString(member))
        .toList();
  }

  private static List<String> statuses(Answer answer) {
    return answer.expect(200).json().getJsonArray("results").stream()
        .map(result -> ((JsonObject) result).getString("status"))
        .toList();
  }
}
