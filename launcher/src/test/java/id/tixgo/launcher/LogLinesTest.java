package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.scope.ScopeLocal;
import id.tixgo.common.scope.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

/** What the pattern of {@code logback-text.xml} makes of an event. */
class LogLinesTest {
  private final LoggerContext context = new LoggerContext();

  @Test
  void aRequestShouldBeOneLine() {
    LoggingEvent event = event("tixgo.access", Level.INFO, "request", null);
    event.addKeyValuePair(new KeyValuePair("status", 201));
    event.addKeyValuePair(new KeyValuePair("user", "Søren"));
    assertEquals(
        "2026-07-01T19:00:00.000012Z INFO  access request status=201 user=Søren\n", line(event));
  }

  @Test
  void aMessageShouldHaveItsArguments() {
    LoggingEvent event = event("plain", Level.ERROR, "{} of {}", null, 1, 2);
    assertEquals("2026-07-01T19:00:00.000012Z ERROR plain 1 of 2 \n", line(event));
  }

  @Test
  void aFailureShouldHaveItsTrace() {
    String text = line(event("a.B", Level.WARN, "broken", new IllegalStateException("why")));
    assertTrue(text.startsWith("2026-07-01T19:00:00.000012Z WARN  B broken \n"), text);
    assertTrue(text.contains("java.lang.IllegalStateException: why\n\tat " + getClass().getName()));
    assertTrue(text.endsWith("\n"), text);
  }

  @Test
  void aLineShouldNameItsRequestAndTrace() {
    Trace trace = Trace.begin(false);
    RequestScope scope = new RequestScope("r-1", Deadline.in(1), trace);
    String line = ScopeLocal.during(scope, () -> line(event("plain", Level.WARN, "late", null)));
    assertEquals(
        "2026-07-01T19:00:00.000012Z WARN  plain late request_id=r-1 trace_id="
            + trace.traceId()
            + "\n",
        line);
  }

  private LoggingEvent event(
      String logger, Level level, String message, Throwable thrown, Object... arguments) {
    LoggingEvent event =
        new LoggingEvent("", context.getLogger(logger), level, message, thrown, arguments);
    event.setInstant(Instant.parse("2026-07-01T19:00:00.000012999Z"));
    return event;
  }

  private String line(LoggingEvent event) {
    PatternLayout layout = new PatternLayout();
    layout.setContext(context);
    layout.getInstanceConverterMap().put("scope", ScopeConverter::new);
    layout.setPattern(pattern());
    layout.start();
    return layout.doLayout(event);
  }

  private static String pattern() {
    try (InputStream file = LogLinesTest.class.getResourceAsStream("/logback-text.xml")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.replaceAll("(?s).*<pattern>(.*)</pattern>.*", "$1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
