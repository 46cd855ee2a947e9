package id.tixgo.attendance.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.List;

/**
 * Reads a check-in's body; fails on a member of it that comes twice, where Jackson's way with
 * records would take the last. What else the body says is passed over.
 */
final class CheckInBodyReader extends StdDeserializer<CheckInBody> {
  private static final long serialVersionUID = 1;
  private static final List<String> NAMES =
      List.of("event_id", "ticket_id", "gate", "device_id", "direction");

  CheckInBodyReader() {
    super(CheckInBody.class);
  }

  @Override
  public CheckInBody deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    if (!json.isExpectedStartObjectToken()) {
      return (CheckInBody) context.handleUnexpectedToken(CheckInBody.class, json);
    }
    String[] values = new String[NAMES.size()];
    int seen = 0;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      int place = NAMES.indexOf(name);
      if (place < 0) {
        json.skipChildren();
      } else {
        seen = once(seen, 1 << place, json, context);
        values[place] = text(json, context);
      }
    }
    return new CheckInBody(values[0], values[1], values[2], values[3], values[4]);
  }

  private static int once(int seen, int bit, JsonParser json, DeserializationContext context)
      throws IOException {
    if ((seen & bit) != 0) {
      context.reportInputMismatch(CheckInBody.class, "%s comes twice", json.currentName());
    }
    return seen | bit;
  }

  private static String text(JsonParser json, DeserializationContext context) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    return json.currentToken() == JsonToken.VALUE_STRING
        ? json.getText()
        : (String) context.handleUnexpectedToken(String.class, json);
  }
}
