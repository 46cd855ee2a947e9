package id.tixgo.common.http;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns a body into JSON by its content type, and refuses the types that an operation lacks. */
final class BodyDecoder {
  static final String JSON = "application/json";
  static final String FORM = "application/x-www-form-urlencoded";
  private static final String CSV = "text/csv";
  private static final Set<String> UTF_8 = Set.of("utf-8", "us-ascii");

  /** Spreadsheets' own, which show in the bytes. */
  private static final Set<String> OF_CSV =
      Set.of("windows-1252", "iso-8859-1", "utf-16", "utf-16le", "utf-16be");

  private static final int MOST_FIELDS = 100;

  private BodyDecoder() {}

  /** The request's media type, if it is one of {@code accepted}; 415 otherwise. */
  static String contentType(HttpServerRequest request, Set<String> accepted) {
    String header = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (JSON.equals(header) && accepted.contains(JSON)) {
      return JSON;
    }
    String[] parts = header == null ? new String[] {""} : header.split(";", -1);
    String type = parts[0].strip().toLowerCase(Locale.ROOT);
    if (!accepted.contains(type) || !isReadable(type, parts)) {
      request.response().putHeader(HttpHeaders.ACCEPT, String.join(", ", accepted));
      throw Problem.of(
          ProblemKind.UNSUPPORTED_MEDIA_TYPE,
          "The body must be " + String.join(" or ", accepted) + " in UTF-8.");
    }
    return type;
  }

  private static boolean isReadable(String type, String[] parts) {
    return List.of(parts).stream()
        .skip(1)
        .map(p -> p.strip().toLowerCase(Locale.ROOT).replace("\"", ""))
        .filter(p -> p.startsWith("charset="))
        .map(p -> p.substring("charset=".length()))
        .allMatch(name -> UTF_8.contains(name) || (type.equals(CSV) && OF_CSV.contains(name)));
  }

  /** The body as JSON bytes. */
  static Buffer json(String contentType, Buffer body) {
    return contentType.equals(FORM) ? form(body).toBuffer() : body;
  }

  /** The body as JSON values. Throws {@code DecodeException} when it is none. */
  static Object decode(Buffer json) {
    return Json.decodeValue(json);
  }

  private static JsonObject form(Buffer body) {
    JsonObject fields = new JsonObject();
    String text = body.toString(StandardCharsets.UTF_8);
    try {
      new QueryStringDecoder(text, StandardCharsets.UTF_8, false, MOST_FIELDS)
          .parameters()
          .forEach((name, values) -> fields.put(name, values.get(0)));
    } catch (IllegalArgumentException e) {
      throw Problem.of(ProblemKind.BAD_REQUEST, "MALFORMED_FORM", "The form can't be decoded.");
    }
    return fields;
  }
}
