package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.jackson.DatabindCodec;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A quick check that may stand in for an operation's body schema on the hot path, where the schema
 * was measured to cost more than all the rest (docs/adr/005). It accepts less than the schema does:
 * what isn't {@code plain} goes through the schema, which alone says what is wrong.
 *
 * @param type what the body decodes to; its decoder sees for itself whether a member comes twice,
 *     which Jackson's own check was measured to make a tenth dearer
 * @param plain whether a decoded body is surely within the schema
 */
record Shortcut<T>(Class<T> type, Predicate<T> plain) {
  Shortcut {
    requireNonNull(type);
    requireNonNull(plain);
  }

  /** The decoded body; empty when only the schema can tell. */
  Optional<Object> accept(Buffer json) {
    try {
      T body = DatabindCodec.fromParser(parser(json), type);
      return body != null && plain.test(body) ? Optional.of(body) : Optional.empty();
    } catch (DecodeException e) {
      return Optional.empty();
    }
  }

  private static JsonParser parser(Buffer json) {
    return DatabindCodec.createParser((BufferInternal) json)
        .disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  }
}
