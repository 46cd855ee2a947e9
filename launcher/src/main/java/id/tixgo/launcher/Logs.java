package id.tixgo.launcher;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** What only the launcher needs of Logback. */
final class Logs {
  private Logs() {}

  /** Writes what waits in the appenders; nothing can be logged afterwards. */
  static void flush() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.stop();
    }
  }
}
