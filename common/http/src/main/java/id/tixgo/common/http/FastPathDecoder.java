package id.tixgo.common.http;

import com.fasterxml.jackson.core.JsonParser;
import id.tixgo.common.json.JsonFormat;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Optional;

/**
 * A quick way to read an operation's body that may stand in for its schema on the hot path, where
 * the schema was measured to cost more than all the rest (docs/adr/005). It takes less than the
 * schema does: what it doesn't take goes through the schema, which alone says what is wrong.
 */
@FunctionalInterface
public interface FastPathDecoder {
  /**
   * The body, if it is surely within the schema; empty when only the schema can tell. It sees for
   * itself whether a member comes twice, and leaves what comes after the body.
   *
   * @throws IOException when only the schema can tell, too
   */
  Optional<?> read(JsonParser json) throws IOException;

  /** The decoded body; empty when only the schema can tell. */
  default Optional<?> accept(Buffer body) {
    try (JsonParser json = JsonFormat.parser(body)) {
      Optional<?> read = read(json);
      return json.nextToken() == null ? read : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
