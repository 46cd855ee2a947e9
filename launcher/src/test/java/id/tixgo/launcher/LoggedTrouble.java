package id.tixgo.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/**
 * What a log must never hold, since the first system started in this JVM: errors, which answers of
 * 5xx and unhandled exceptions are, and warnings of Vert.x's blocked-thread checker.
 */
final class LoggedTrouble {
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

  static void listen() {
    all();
  }

  static List<String> all() {
    return ALL;
  }

  private static boolean isTrouble(ILoggingEvent event) {
    return event.getLevel().isGreaterOrEqual(Level.ERROR)
        || event.getLoggerName().endsWith("BlockedThreadChecker");
  }

  private static String describe(ILoggingEvent event) {
    return event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
  }
}
