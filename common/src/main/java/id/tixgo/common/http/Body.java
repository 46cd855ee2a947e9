package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import java.util.Optional;

/**
 * A valid body.
 *
 * @param json its bytes; empty when there is none
 * @param decoded what a {@link Shortcut} has made of it already
 */
record Body(Buffer json, Optional<?> decoded) {
  static final Body NONE = new Body(Buffer.buffer(), Optional.empty());

  Body {
    requireNonNull(json);
    requireNonNull(decoded);
  }

  static Body of(Buffer bytes) {
    return new Body(bytes, Optional.empty());
  }

  <T> T as(Class<T> type) {
    boolean ready = decoded.isPresent() && type.isInstance(decoded.get());
    return ready ? type.cast(decoded.get()) : Json.decodeValue(json, type);
  }
}
