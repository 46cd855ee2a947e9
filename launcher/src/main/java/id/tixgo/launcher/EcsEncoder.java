package id.tixgo.launcher;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.scope.ScopeLocal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.event.KeyValuePair;

/**
 * One JSON object a line, in the names of the Elastic Common Schema; a request's line has its
 * fields. What the schema has no name for is a label.
 */
public final class EcsEncoder extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = {};
  private static final String VERSION = "8.11.0";
  private static final String NONE = "-";
  private static final String MICROS = "micros";
  private static final Map<String, String> KEY_TO_FIELD =
      Map.of(
          "method", "http.request.method",
          "status", "http.response.status_code",
          "request_id", "http.request.id",
          "trace_id", "trace.id",
          "user", "user.name",
          "client", "client.address");

  private final JsonFactory factory = new JsonFactory();

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (JsonGenerator json = factory.createGenerator(line)) {
      write(event, json);
      json.writeRaw('\n');
    } catch (IOException e) {
      addError("A line can't be written as JSON", e);
    }
    return line.toByteArray();
  }

  private static void write(ILoggingEvent event, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("@timestamp", event.getInstant().toString());
    json.writeStringField("log.level", event.getLevel().toString());
    json.writeStringField("message", event.getFormattedMessage());
    json.writeStringField("ecs.version", VERSION);
    json.writeStringField("service.name", "tixgo");
    json.writeStringField("log.logger", event.getLoggerName());
    json.writeStringField("process.thread.name", event.getThreadName());
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    for (KeyValuePair pair : pairs == null ? List.<KeyValuePair>of() : pairs) {
      write(pair, json);
    }
    if (!ScopeConverter.saysItself(event) && ScopeLocal.current().isPresent()) {
      RequestScope scope = ScopeLocal.current().get();
      json.writeStringField("http.request.id", scope.requestId());
      json.writeStringField("trace.id", scope.trace().traceId());
    }
    if (event.getThrowableProxy() != null) {
      write(event.getThrowableProxy(), json);
    }
    json.writeEndObject();
  }

  private static void write(KeyValuePair pair, JsonGenerator json) throws IOException {
    if (pair.key.equals(MICROS) && pair.value instanceof Number micros) {
      json.writeNumberField("event.duration", TimeUnit.MICROSECONDS.toNanos(micros.longValue()));
    } else if (pair.value instanceof Integer number) {
      json.writeNumberField(field(pair.key), number);
    } else if (!NONE.equals(pair.value)) {
      json.writeStringField(field(pair.key), String.valueOf(pair.value));
    }
  }

  private static String field(String key) {
    return KEY_TO_FIELD.getOrDefault(key, "labels." + key);
  }

  private static void write(IThrowableProxy thrown, JsonGenerator json) throws IOException {
    json.writeStringField("error.type", thrown.getClassName());
    json.writeStringField("error.message", thrown.getMessage());
    json.writeStringField("error.stack_trace", ThrowableProxyUtil.asString(thrown));
  }
}
