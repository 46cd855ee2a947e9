package id.tixgo.event;

import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A room for 300 in a venue of its own, in Makassar. */
record Hall(int venueId, int roomId) {
  private static final JsonObject VENUE =
      new JsonObject().put("name", "Sabuga").put("time_zone", "Asia/Makassar");
  private static final JsonObject ROOM = new JsonObject().put("name", "Hall").put("capacity", 300);

  static Hall make(ServiceApi admin) {
    int venueId = admin.post("/venues", VENUE).expect(201).json().getInteger("id");
    String rooms = "/venues/" + venueId + "/rooms";
    return new Hall(venueId, admin.post(rooms, ROOM).expect(201).json().getInteger("id"));
  }

  String path() {
    return "/venues/" + venueId + "/rooms/" + roomId;
  }

  JsonArray schedule(ServiceApi reader) {
    return reader.get(path() + "/schedule").expect(200).array();
  }

  JsonObject event(String from, String to) {
    return times(from, to).put("title", "Konser").put("venue_id", venueId).put("room_id", roomId);
  }

  /** On one day, in the venue's time. */
  static JsonObject times(String from, String to) {
    return new JsonObject()
        .put("start_time", "2026-12-31T" + from + ":00")
        .put("end_time", "2026-12-31T" + to + ":00");
  }
}
