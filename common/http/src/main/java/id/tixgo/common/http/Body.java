package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A valid body.
 *
 * @param json its bytes; empty when there is none
 * @param decoded what a {@link FastPathDecoder} has made of it already
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
    return ready ? type.cast(decoded.get()) : decode(type);
  }

  private <T> T decode(Class<T> type) {
    try {
      return Json.decodeValue(json, type);
    } catch (DecodeException e) {
      throw e.getCause() instanceof MismatchedInputException unfit ? invalid(unfit) : e;
    }
  }

  /** A value that its schema lets through may still be none, such as the 31st of February. */
  private static RuntimeException invalid(MismatchedInputException unfit) {
    String place =
        unfit.getPath().stream()
            .map(at -> at.getFieldName() == null ? "" + at.getIndex() : at.getFieldName())
            .collect(Collectors.joining(".", "body.", ""));
    boolean time = Instant.class.equals(unfit.getTargetType());
    return Problem.invalid(place, time ? Timestamps.WANTED : "is of the wrong type", "format");
  }
}
