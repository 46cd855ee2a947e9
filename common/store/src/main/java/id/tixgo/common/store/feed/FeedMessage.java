package id.tixgo.common.store.feed;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.vertx.core.json.Json;
import io.vertx.core.shareddata.Shareable;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Optional;

/**
 * One message of a feed.
 *
 * @param seq its place, from 1 without a gap
 * @param type what happened: {@code event_made}
 * @param data the facts as a JSON object, which only producer and consumer look into
 * @param traceparent the step of a trace that told it, where somebody wants to see that
 */
public record FeedMessage(
    long seq,
    String type,
    Instant at,
    @JsonRawValue @JsonDeserialize(using = JsonText.class) String data,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> traceparent)
    implements Shareable {
  public FeedMessage {
    requireNonNull(type);
    requireNonNull(at);
    requireNonNull(data);
    requireNonNull(traceparent);
  }

  /** One of no trace. */
  public FeedMessage(long seq, String type, Instant at, String data) {
    this(seq, type, at, data, Optional.empty());
  }

  /** The same message with other facts. */
  FeedMessage telling(String facts) {
    return new FeedMessage(seq, type, at, facts, traceparent);
  }

  /** The facts as a record. */
  public <T> T data(Class<T> facts) {
    return Json.decodeValue(data, facts);
  }

  /** Takes a value as the text of its JSON, token by token: a tree costs twice as much. */
  static final class JsonText extends StdDeserializer<String> {
    private static final long serialVersionUID = 1;
    private static final int USUAL_LENGTH = 256;

    JsonText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
      StringWriter text = new StringWriter(USUAL_LENGTH);
      try (JsonGenerator copy = json.getCodec().getFactory().createGenerator(text)) {
        copy.copyCurrentStructure(json);
      }
      return text.toString();
    }
  }
}
