package id.tixgo.attendance.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads a check-in's body from its tokens; what else the body says is passed over. */
final class CheckInBodyReader {
  private static final List<String> NAMES =
      List.of("event_id", "ticket_id", "gate", "device_id", "direction");

  private CheckInBodyReader() {}

  /** Empty when it isn't plain; fails when it isn't what is read here at all. */
  static Optional<CheckInBody> read(JsonParser json) throws IOException {
    expect(json.nextToken() == JsonToken.START_OBJECT, json);
    String[] values = new String[NAMES.size()];
    int seen = 0;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      int place = NAMES.indexOf(name);
      if (place < 0) {
        json.skipChildren();
      } else {
        expect((seen & 1 << place) == 0, json);
        seen |= 1 << place;
        values[place] = text(json);
      }
    }
    return Optional.of(new CheckInBody(values[0], values[1], values[2], values[3], values[4]))
        .filter(CheckInBody::isPlain);
  }

  private static String text(JsonParser json) throws IOException {
    boolean isNull = json.currentToken() == JsonToken.VALUE_NULL;
    expect(isNull || json.currentToken() == JsonToken.VALUE_STRING, json);
    return isNull ? null : json.getText();
  }

  private static void expect(boolean expected, JsonParser json) throws IOException {
    if (!expected) {
      throw new JsonParseException(json, "no plain body");
    }
  }
}
