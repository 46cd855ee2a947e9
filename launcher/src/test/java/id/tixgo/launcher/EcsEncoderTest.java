package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

/** Lines of the log as JSON. */
class EcsEncoderTest {
  private final LoggerContext context = new LoggerContext();

  @Test
  void aRequestShouldHaveTheSchemasNames() {
    LoggingEvent event = event("tixgo.access", Level.INFO, "request", null);
    event.addKeyValuePair(new KeyValuePair("method", "POST"));
    event.addKeyValuePair(new KeyValuePair("route", "/checkins"));
    event.addKeyValuePair(new KeyValuePair("status", 201));
    event.addKeyValuePair(new KeyValuePair("micros", 17L));
    event.addKeyValuePair(new KeyValuePair("request_id", "r-1"));
    event.addKeyValuePair(new KeyValuePair("user", "Søren \"S\""));
    event.addKeyValuePair(new KeyValuePair("client", "127.0.0.1"));
    assertEquals(
        new JsonObject()
            .put("@timestamp", "2026-07-01T19:00:00.000012Z")
            .put("log.level", "INFO")
            .put("message", "request")
            .put("ecs.version", "8.11.0")
            .put("service.name", "tixgo")
            .put("log.logger", "tixgo.access")
            .put("process.thread.name", Thread.currentThread().getName())
            .put("http.request.method", "POST")
            .put("labels.route", "/checkins")
            .put("http.response.status_code", 201)
            .put("event.duration", 17_000)
            .put("http.request.id", "r-1")
            .put("user.name", "Søren \"S\"")
            .put("client.address", "127.0.0.1"),
        line(event));
  }

  @Test
  void nobodyShouldBeNoName() {
    LoggingEvent event = event("tixgo.access", Level.INFO, "request", null);
    event.addKeyValuePair(new KeyValuePair("user", "-"));
    assertFalse(line(event).containsKey("user.name"));
  }

  @Test
  void aFailureShouldHaveItsTraceInOneLine() {
    LoggingEvent event = event("a.B", Level.ERROR, "{} broke", new IllegalStateException(), 1);
    JsonObject line = line(event);
    assertEquals("1 broke", line.getString("message"));
    assertEquals("java.lang.IllegalStateException", line.getString("error.type"));
    assertTrue(line.getString("error.stack_trace").contains("\tat " + getClass().getName()));
  }

  private LoggingEvent event(
      String logger, Level level, String message, Throwable thrown, Object... arguments) {
    LoggingEvent event =
        new LoggingEvent("", context.getLogger(logger), level, message, thrown, arguments);
    event.setInstant(Instant.parse("2026-07-01T19:00:00.000012Z"));
    return event;
  }

  private static JsonObject line(LoggingEvent event) {
    String text = new String(new EcsEncoder().encode(event), StandardCharsets.UTF_8);
    assertEquals(text.length() - 1, text.indexOf('\n'), text);
    return new JsonObject(text);
  }
}
