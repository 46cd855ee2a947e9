package id.tixgo.attendance.http.list;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.http.list.ListedTickets.Row;
import id.tixgo.common.problem.Problem;
import io.vertx.core.json.jackson.DatabindCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** A ticket list as JSON: an array of ids, or of objects with one. */
final class JsonList {
  private static final ObjectReader ITEMS =
      DatabindCodec.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final ListedTickets tickets = new ListedTickets();

  private JsonList() {}

  /** Fails with {@code MALFORMED_JSON}, or {@code VALIDATION_ERROR} and what is wrong where. */
  static List<Ticket> read(byte[] body) {
    JsonList list = new JsonList();
    try (JsonParser json = DatabindCodec.mapper().getFactory().createParser(body)) {
      list.readAll(json);
    } catch (JacksonException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return list.tickets.all();
  }

  private void readAll(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      throw Problem.invalid("body", "must be an array", "type");
    }
    for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
      add(Place.item(i), ITEMS.readTree(json));
    }
    if (json.nextToken() != null) {
      throw new JsonParseException(json, "goes on after the list");
    }
  }

  private void add(Place place, JsonNode item) {
    if (item.isTextual()) {
      tickets.add(place, new Row(item.textValue(), null, null, List.of()));
    } else if (item.isObject()) {
      addObject(place, item);
    } else {
      String sentence = "must be a ticket id or an object with one";
      tickets.errors.add(place.error("no_ticket", sentence));
    }
  }

  private void addObject(Place place, JsonNode item) {
    try {
      tickets.add(place, DatabindCodec.mapper().treeToValue(item, Row.class));
    } catch (MismatchedInputException e) {
      String member =
          e.getPath().stream().map(at -> at.getFieldName()).limit(1).collect(Collectors.joining());
      tickets.errors.add(place.error("wrong_type", member + " is of the wrong type", member, null));
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  private static Problem malformed(JacksonException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    Place place = line > 0 ? Place.line(line) : Place.WHOLE;
    return ListErrors.malformed("MALFORMED_JSON", place.error("not_json", "is not valid JSON"));
  }
}
