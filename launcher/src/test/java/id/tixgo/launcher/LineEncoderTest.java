package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class LineEncoderTest {
  @Test
  void aRequestShouldBeOneLine() {
    LoggingEvent event = event("tixgo.access", Level.INFO, "request", null);
    event.addKeyValuePair(new KeyValuePair("status", 201));
    event.addKeyValuePair(new KeyValuePair("user", "Søren"));
    assertEquals(
        "2026-07-01T19:00:00.000012Z INFO  access request status=201 user=Søren\n", encoded(event));
  }

  @Test
  void aMessageShouldHaveItsArguments() {
    LoggingEvent event = event("plain", Level.ERROR, "{} of {}", null, 1, 2);
    assertEquals("2026-07-01T19:00:00.000012Z ERROR plain 1 of 2\n", encoded(event));
  }

  @Test
  void aFailureShouldHaveItsTrace() {
    String text = encoded(event("a.B", Level.WARN, "broken", new IllegalStateException("why")));
    assertTrue(text.startsWith("2026-07-01T19:00:00.000012Z WARN  B broken\n"), text);
    assertTrue(text.contains("java.lang.IllegalStateException: why\n\tat " + getClass().getName()));
    assertTrue(text.endsWith("\n"), text);
  }

  private static LoggingEvent event(
      String logger, Level level, String message, Throwable thrown, Object... arguments) {
    LoggingEvent event =
        new LoggingEvent(
            "", new LoggerContext().getLogger(logger), level, message, thrown, arguments);
    event.setInstant(Instant.parse("2026-07-01T19:00:00.000012999Z"));
    return event;
  }

  private static String encoded(LoggingEvent event) {
    return new String(new LineEncoder().encode(event), StandardCharsets.UTF_8);
  }
}
