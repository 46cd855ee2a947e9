package id.tixgo.attendance.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.problem.Violation;
import id.tixgo.common.text.Blanks;
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
  private static final int LONGEST_GATE = 64;
  private static final int LONGEST_HEADER = 4096;
  private static final String TICKET_ID = "ticket_id";
  private static final CsvMapper CSV_LINES =
      CsvMapper.builder()
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES, CsvParser.Feature.TRIM_SPACES)
          .build();

  private final List<Ticket> tickets = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final List<Violation> errors = new ArrayList<>();

  private record Row(String ticketId, String holderName, String ticketType, List<String> gates) {}

  private TicketListReader() {}

  /** Fails with a problem that names the line or the ticket. */
  static List<Ticket> read(String contentType, Buffer body) {
    TicketListReader reader = new TicketListReader();
    try {
      if (contentType.equals(CSV)) {
        reader.csv(body.getBytes());
      } else {
        reader.json(body.getBytes());
      }
    } catch (IOException e) {
      throw malformed(contentType.equals(CSV) ? "CSV" : "JSON", e);
    }
    return reader.result();
  }

  private static Problem malformed(String format, IOException e) {
    JsonLocation at = e instanceof JacksonException json ? json.getLocation() : null;
    String line = at == null ? "" : ": line " + at.getLineNr();
    String sentence = "The list is not valid " + format + line + ".";
    return Problem.of(ProblemKind.BAD_REQUEST, "MALFORMED_" + format, sentence);
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
        switch (json.currentToken()) {
          case VALUE_STRING -> add(place, new Row(json.getText(), null, null, List.of()));
          case START_OBJECT -> add(place, row(rows, json, place));
          default -> unfit(place, json);
        }
      }
      if (json.nextToken() != null) {
        throw new JsonParseException(json, "goes on after the list");
      }
    }
  }

  private Row row(ObjectReader rows, JsonParser json, String place) throws IOException {
    try {
      return rows.readValue(json);
    } catch (MismatchedInputException e) {
      error(place, "has a member of the wrong type");
      throw Problem.invalid(errors);
    }
  }

  private void unfit(String place, JsonParser json) throws IOException {
    error(place, "must be a ticket id or an object with one");
    json.skipChildren();
  }

  private void csv(byte[] body) throws IOException {
    CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator(body));
    try (MappingIterator<Map<String, String>> lines =
        CSV_LINES.readerForMapOf(String.class).with(schema).readValues(body)) {
      boolean more = lines.hasNextValue();
      if (((CsvSchema) lines.getParser().getSchema()).column(TICKET_ID) == null) {
        throw Problem.invalid("line 1", "names no column " + TICKET_ID, "header");
      }
      for (; more; more = lines.hasNextValue()) {
        String place = "line " + lines.getCurrentLocation().getLineNr();
        add(place, row(lines.nextValue()));
      }
    }
  }

  private static Row row(Map<String, String> line) {
    Stream<String> gates = Stream.of(line.getOrDefault("gates", "").split("[;|]", -1));
    return new Row(
        line.get(TICKET_ID),
        line.get("holder_name"),
        line.get("ticket_type"),
        gates.map(String::strip).filter(gate -> !gate.isEmpty()).toList());
  }

  /** Where a comma stands before decimals, spreadsheets put a semicolon between columns. */
  private static char separator(byte[] body) {
    int most = Math.min(body.length, LONGEST_HEADER);
    String header = new String(body, 0, most, UTF_8).lines().findFirst().orElse("");
    boolean comma = header.indexOf(',') >= 0;
    boolean semicolon = header.indexOf(';') >= 0;
    return !comma && semicolon ? ';' : !comma && header.indexOf('\t') >= 0 ? '\t' : ',';
  }

  private void add(String place, Row row) {
    Optional<String> wrong = wrong(row);
    if (wrong.isPresent()) {
      error(place, wrong.get());
    } else if (ids.size() == MOST_TICKETS) {
      throw Problem.invalid("body", "has more than " + MOST_TICKETS + " tickets", "maxItems");
    } else if (!ids.add(TicketCode.of(row.ticketId()).orElseThrow())) {
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
    if (row == null || row.ticketId() == null || Blanks.cut(row.ticketId()).isEmpty()) {
      return Optional.of("has no ticket_id");
    }
    if (TicketCode.of(row.ticketId()).isEmpty()) {
      return Optional.of("ticket_id " + TicketCode.WANTED);
    }
    boolean fit = row.gates() == null || row.gates().stream().allMatch(TicketListReader::isGate);
    return fit
        ? Optional.empty()
        : Optional.of("gates must have names of 1 to " + LONGEST_GATE + " characters");
  }

  private static boolean isGate(String gate) {
    return gate != null && !gate.isBlank() && gate.length() <= LONGEST_GATE;
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
