package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchConsoleAppenderTest {
  private static final int LINE_BYTES = 64;
  private static final String LINE = "x".repeat(LINE_BYTES - 1) + "\n";

  @Test
  void everyLineShouldBeWrittenWhole() {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    BatchConsoleAppender appender = started(console);
    IntStream.range(0, 20_000).parallel().forEach(i -> appender.append(new LoggingEvent()));
    appender.stop();
    assertEquals(LINE.repeat(20_000), console.toString(StandardCharsets.UTF_8));
  }

  @Test
  void linesThatTheConsoleKeepsWaitingShouldBeDroppedAndCounted() throws InterruptedException {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    Blocked blocked = new Blocked(console);
    BatchConsoleAppender appender = started(blocked);
    appender.append(new LoggingEvent());
    blocked.reached.await();
    int lines = 100_000;
    IntStream.range(0, lines).forEach(i -> appender.append(new LoggingEvent()));
    blocked.released.countDown();
    appender.stop();
    List<String> written = console.toString(StandardCharsets.UTF_8).lines().toList();
    String last = written.get(written.size() - 1);
    assertTrue(last.endsWith(" log lines dropped"), last);
    int dropped = Integer.parseInt(last.split(" ", 2)[0]);
    assertTrue(dropped > 0 && dropped < lines, last);
    assertEquals(1 + lines - dropped, written.size() - 1);
  }

  private static BatchConsoleAppender started(OutputStream console) {
    BatchConsoleAppender appender = new BatchConsoleAppender(console);
    appender.setEncoder(new Fixed());
    appender.start();
    return appender;
  }

  private static final class Fixed extends EncoderBase<ILoggingEvent> {
    @Override
    public byte[] headerBytes() {
      return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
      return LINE.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
      return new byte[0];
    }
  }

  /** A console that takes nothing until it is released. */
  private static final class Blocked extends OutputStream {
    private final OutputStream console;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    Blocked(OutputStream console) {
      this.console = console;
    }

    @Override
    public void write(int one) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws java.io.IOException {
      reached.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new java.io.InterruptedIOException();
      }
      console.write(bytes, start, length);
    }
  }
}
