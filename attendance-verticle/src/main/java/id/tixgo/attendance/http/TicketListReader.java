package id.tixgo.attendance.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.problem.Violation;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.jackson.DatabindCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a ticket list, JSON or CSV, whole or not at all; errors name the line. */
final class TicketListReader {
  static final String CSV = "text/csv";
  private static final int MOST_TICKETS = 200_000;
  private static final int MOST_ERRORS = 20;
  private static final int LONGEST = 128;

  private final List<Ticket> tickets = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final List<Violation> errors = new ArrayList<>();

  private record Row(String ticketId, String holderName, String ticketType, List<String> gates) {}

  private TicketListReader() {}

  /** Fails with {@code VALIDATION_ERROR} or {@code MALFORMED_JSON}. */
  static List<Ticket> read(String contentType, Buffer body) {
    TicketListReader reader = new TicketListReader();
    try {
      if (contentType.equals(CSV)) {
        reader.csv(body.getBytes());
      } else {
        reader.json(body.getBytes());
      }
    } catch (IOException e) {
      throw Problem.of(
          ProblemKind.BAD_REQUEST, "MALFORMED_LIST", "The list can't be read as " + contentType);
    }
    return reader.result();
  }

  private void json(byte[] body) throws IOException {
    ObjectReader rows =
        DatabindCodec.mapper()
            .readerFor(Row.class)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    try (JsonParser json = DatabindCodec.mapper().getFactory().createParser(body)) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw Problem.invalid("body", "must be an array", "type");
      }
      for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
        String place = "body[" + i + "]";
        add(
            place,
            json.currentToken() == JsonToken.VALUE_STRING
                ? new Row(json.getText(), null, null, List.of())
                : rows.readValue(json));
      }
    }
  }

  private void csv(byte[] body) throws IOException {
    CsvSchema schema = CsvSchema.emptySchema().withHeader();
    try (MappingIterator<Map<String, String>> lines =
        new CsvMapper().readerForMapOf(String.class).with(schema).readValues(body)) {
      while (lines.hasNext()) {
        Map<String, String> line = lines.next();
        String gates = line.getOrDefault("gates", "");
        add(
            "line " + (lines.getCurrentLocation().getLineNr() - 1),
            new Row(
                line.get("ticket_id"),
                line.get("holder_name"),
                line.get("ticket_type"),
                Stream.of(gates.split("[;|]", -1))
                    .map(String::strip)
                    .filter(gate -> !gate.isEmpty())
                    .toList()));
      }
    }
  }

  private void add(String place, Row row) {
    Optional<String> wrong = wrong(row);
    if (wrong.isPresent()) {
      error(place, wrong.get());
    } else if (ids.size() == MOST_TICKETS) {
      throw Problem.invalid("body", "has more than " + MOST_TICKETS + " tickets", "maxItems");
    } else if (!ids.add(row.ticketId())) {
      error(place, "names " + row.ticketId() + " a second time");
    } else {
      tickets.add(
          new Ticket(
              row.ticketId(),
              text(row.holderName()),
              text(row.ticketType()),
              row.gates() == null ? List.of() : row.gates(),
              Optional.empty()));
    }
  }

  private static Optional<String> wrong(Row row) {
    if (row == null || row.ticketId() == null || row.ticketId().isBlank()) {
      return Optional.of("has no ticket_id");
    }
    boolean odd = row.ticketId().chars().anyMatch(c -> c < 32 || c == 127);
    return odd || row.ticketId().length() > LONGEST
        ? Optional.of("ticket_id must be 1 to " + LONGEST + " characters, none of them control")
        : Optional.empty();
  }

  private void error(String place, String message) {
    if (errors.size() < MOST_ERRORS) {
      errors.add(new Violation(place, message, "ticket"));
    }
  }

  private List<Ticket> result() {
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return tickets;
  }

  private static Optional<String> text(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }
}
