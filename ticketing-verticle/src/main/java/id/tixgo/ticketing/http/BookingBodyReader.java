package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.tixgo.ticketing.http.BookingBody.ItemBody;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a booking's body from its tokens: what is wanted, and for whom by name. A body that says
 * anything else is left to the schema.
 */
final class BookingBodyReader {
  private static final int LONGEST_ID = 128;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_ITEMS = 50;
  private static final int MOST_PLACES = 1000;

  private final JsonParser json;
  private String eventId;
  private String ticketTypeId;
  private Integer quantity;
  private List<ItemBody> items;
  private HolderBody buyer;

  private BookingBodyReader(JsonParser json) {
    this.json = requireNonNull(json);
  }

  /** Fails when only the schema can tell whether it is within it. */
  static Optional<BookingBody> read(JsonParser json) throws IOException {
    json.nextToken();
    return Optional.of(new BookingBodyReader(json).body());
  }

  private BookingBody body() throws IOException {
    expect(json.currentToken() == JsonToken.START_OBJECT);
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "event_id" -> eventId = text(eventId, LONGEST_ID);
        case "ticket_type_id" -> ticketTypeId = text(ticketTypeId, LONGEST_ID);
        case "quantity" -> quantity = places(quantity);
        case "items" -> items = items(items);
        case "buyer" -> buyer = person(buyer);
        default -> expect(false);
      }
    }
    expect(json.currentToken() == JsonToken.END_OBJECT && eventId != null);
    return new BookingBody(eventId, items, ticketTypeId, quantity, null, null, buyer);
  }

  private List<ItemBody> items(List<ItemBody> before) throws IOException {
    expect(before == null && json.currentToken() == JsonToken.START_ARRAY);
    List<ItemBody> all = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      all.add(item());
    }
    expect(!all.isEmpty() && all.size() <= MOST_ITEMS);
    return all;
  }

  private ItemBody item() throws IOException {
    expect(json.currentToken() == JsonToken.START_OBJECT);
    String type = null;
    Integer wanted = null;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "ticket_type_id" -> type = text(type, LONGEST_ID);
        case "quantity" -> wanted = places(wanted);
        default -> expect(false);
      }
    }
    expect(type != null && wanted != null);
    return new ItemBody(type, wanted, null);
  }

  private HolderBody person(HolderBody before) throws IOException {
    expect(before == null && json.currentToken() == JsonToken.START_OBJECT);
    String called = null;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      expect(name.equals("name"));
      called = text(called, LONGEST_NAME);
    }
    return new HolderBody(called, null);
  }

  private Integer places(Integer before) throws IOException {
    expect(before == null && json.currentToken() == JsonToken.VALUE_NUMBER_INT);
    int number = json.getIntValue();
    expect(number >= 1 && number <= MOST_PLACES);
    return number;
  }

  /** Printable ASCII. */
  private String text(String before, int longest) throws IOException {
    expect(before == null && json.currentToken() == JsonToken.VALUE_STRING);
    String text = json.getText();
    expect(!text.isEmpty() && text.length() <= longest);
    expect(text.chars().allMatch(c -> c >= ' ' && c <= '~'));
    return text;
  }

  private void expect(boolean expected) throws IOException {
    if (!expected) {
      throw new JsonParseException(json, "no plain body");
    }
  }
}
