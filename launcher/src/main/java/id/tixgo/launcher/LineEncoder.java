package id.tixgo.launcher;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import id.tixgo.common.time.Timestamps;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/**
 * A log event as a line of text: time, level, the logger's last name, message, {@code name=value}
 * for what else it says; a stack trace on lines of its own. With Logback's own PatternLayout, which
 * says the same, there were 3 % fewer check-ins a second (docs/adr/006).
 */
public final class LineEncoder extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = {};
  private static final int USUAL_LENGTH = 200;

  /** As many as the longest level has letters, and one. */
  private static final String BLANKS = "      ";

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(USUAL_LENGTH);
    Timestamps.append(line, event.getInstant()).append(' ');
    String level = event.getLevel().levelStr;
    line.append(level).append(BLANKS, level.length(), BLANKS.length());
    String logger = event.getLoggerName();
    line.append(logger, logger.lastIndexOf('.') + 1, logger.length()).append(' ');
    line.append(event.getFormattedMessage());
    appendPairs(line, event.getKeyValuePairs());
    appendTrace(line.append('\n'), event.getThrowableProxy());
    return line.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  /** By index: an iterator for each line is garbage that others wait for. */
  private static void appendPairs(StringBuilder line, List<KeyValuePair> pairs) {
    int count = pairs == null ? 0 : pairs.size();
    for (int i = 0; i < count; i++) {
      KeyValuePair pair = pairs.get(i);
      line.append(' ').append(pair.key).append('=').append(pair.value);
    }
  }

  private static void appendTrace(StringBuilder line, IThrowableProxy thrown) {
    if (thrown != null) {
      line.append(ThrowableProxyUtil.asString(thrown));
    }
  }
}
