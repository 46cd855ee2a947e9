package id.tixgo.common.test;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** The request log of this JVM: what a line says, by request id. */
public final class AccessLog {
  private static final Map<String, CompletableFuture<Map<String, String>>> ID_TO_LINE =
      new ConcurrentHashMap<>();

  static {
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            Map<String, String> line =
                event.getKeyValuePairs().stream()
                    .collect(
                        Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
            lineOf(line.get("request_id")).complete(line);
          }
        };
    appender.start();
    Logger logger = (Logger) LoggerFactory.getLogger("tixgo.access");
    logger.addAppender(appender);
    logger.setAdditive(false);
    logger.setLevel(Level.INFO);
  }

  private AccessLog() {}

  /** Begins to listen. */
  public static void open() {}

  /** The first line about a request. */
  public static Map<String, String> await(String requestId) {
    return lineOf(requestId).orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static CompletableFuture<Map<String, String>> lineOf(String requestId) {
    return ID_TO_LINE.computeIfAbsent(requestId, id -> new CompletableFuture<>());
  }
}
