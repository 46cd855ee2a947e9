package id.tixgo.launcher;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import id.tixgo.common.scope.ScopeLocal;
import java.util.List;

/** The request and trace that a line belongs to, unless the line says so itself. */
public final class ScopeConverter extends ClassicConverter {
  private static final String KEY = "request_id";

  @Override
  public String convert(ILoggingEvent event) {
    return saysItself(event)
        ? ""
        : ScopeLocal.current()
            .map(scope -> KEY + '=' + scope.requestId() + " trace_id=" + scope.trace().traceId())
            .orElse("");
  }

  static boolean saysItself(ILoggingEvent event) {
    return event.getKeyValuePairs() != null
        && List.copyOf(event.getKeyValuePairs()).stream().anyMatch(pair -> pair.key.equals(KEY));
  }
}
