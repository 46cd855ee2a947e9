package id.tixgo.attendance;

import id.tixgo.common.test.EventDoor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An event of its own to be seen as CSV and XLSX. */
abstract class ExportedFile extends EventDoor {
  static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  static final Map<String, String> NAMES =
      Map.of("T1", "Siti \"Ibu\" Aminah", "T2", "Ñoño, José", "T3", "二郎", "T4", "Ani");

  static Map<String, String> row(JsonObject record) {
    Instant at = Instant.parse(record.getString("checked_in_at"));
    String ticket = record.getString("ticket_id");
    Map<String, String> row = new LinkedHashMap<>();
    row.put("ticket_id", ticket);
    row.put("holder_name", NAMES.get(ticket));
    row.put("ticket_type", "VIP");
    row.put("checked_in_at", LOCAL.format(at.atZone(ZoneId.of("Asia/Jakarta"))));
    row.put("time_zone", "Asia/Jakarta");
    row.put("checked_in_at_utc", record.getString("checked_in_at"));
    for (String name : List.of("gate", "device_id", "checked_in_by", "direction")) {
      row.put(name, Objects.toString(record.getString(name), ""));
    }
    row.put("seq", String.valueOf(record.getInteger("seq")));
    row.put("checkin_id", record.getString("checkin_id"));
    row.put("time_flag", Objects.toString(record.getString("time_flag"), ""));
    return row;
  }

  String attendance() {
    return "/attendance/" + event;
  }

  JsonObject ticket(String id, String holder) {
    return new JsonObject()
        .put("ticket_id", id)
        .put("holder_name", holder)
        .put("ticket_type", "VIP");
  }

  void list(JsonObject... tickets) {
    admin
        .with("Content-Type", "application/json")
        .send("PUT", attendance() + "/tickets", new JsonArray(List.of(tickets)).encode())
        .expect(200);
  }

  JsonObject scan(String ticket, String gate) {
    return new JsonObject().put("event_id", event).put("ticket_id", ticket).put("gate", gate);
  }

  void checkIn(String ticket, String gate) {
    staff.post("/checkins", scan(ticket, gate)).expect(201);
  }

  void batch(String nonce, String ticket, String at) {
    JsonObject scan = scan(ticket, "A").put("nonce", nonce).put("scanned_at", at);
    staff
        .post(
            "/checkins/batch",
            new JsonObject().put("device_id", "d1").put("scans", new JsonArray(List.of(scan))))
        .expect(200);
  }
}
