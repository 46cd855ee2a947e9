package id.tixgo.common.test;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/**
 * What the log of this JVM must never hold: errors, which answers of 500 and unhandled exceptions
 * are, and warnings of Vert.x's blocked-thread checker. That a peer talks nonsense, which Vert.x
 * logs as an error of the connection, is the peer's trouble.
 */
public final class LoggedTrouble {
  private static final List<String> ALL = new CopyOnWriteArrayList<>();

  static {
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            if (isTrouble(event)) {
              ALL.add(describe(event));
            }
          }
        };
    appender.start();
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(appender);
  }

  private LoggedTrouble() {}

  /** All since the last look. */
  public static List<String> take() {
    List<String> taken = List.copyOf(ALL);
    ALL.removeAll(taken);
    return taken;
  }

  private static boolean isTrouble(ILoggingEvent event) {
    boolean error = event.getLevel().isGreaterOrEqual(Level.ERROR);
    return (error && !isOfThePeer(event)) || event.getLoggerName().endsWith("BlockedThreadChecker");
  }

  private static boolean isOfThePeer(ILoggingEvent event) {
    return event.getLoggerName().endsWith("ConnectionBase")
        || describe(event).contains("Invalid escape sequence");
  }

  private static String describe(ILoggingEvent event) {
    return event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
  }
}
