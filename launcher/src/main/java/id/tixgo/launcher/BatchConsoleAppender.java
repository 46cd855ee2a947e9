package id.tixgo.launcher;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes to standard output on a thread of its own: whatever has come in the last 20 ms goes out in
 * a few writes. Logback's AsyncAppender wakes a thread and makes a system call for every line,
 * which cost a third of a check-in's whole time (docs/adr/006). Nobody waits for the console: a
 * line that finds no room is dropped, and the log says how many were.
 */
public final class BatchConsoleAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
  private static final int MOST_WAITING = 16_384;
  private static final int MOST_AT_ONCE = 512;
  private static final long PAUSE_NANOS = 20_000_000;

  private final BlockingQueue<ILoggingEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final List<ILoggingEvent> batch = new ArrayList<>(MOST_AT_ONCE);
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
  private final LongAdder dropped = new LongAdder();
  private final OutputStream console = new FileOutputStream(FileDescriptor.out);
  private final Thread writer = new Thread(this::run, "log");
  private Encoder<ILoggingEvent> encoder;
  private volatile boolean ending;

  /** Called by Logback with what the configuration says. */
  public void setEncoder(Encoder<ILoggingEvent> encoder) {
    this.encoder = encoder;
  }

  @Override
  public void start() {
    super.start();
    writer.setDaemon(true);
    writer.start();
  }

  /** Writes what waits, then ends. */
  @Override
  public void stop() {
    super.stop();
    ending = true;
    LockSupport.unpark(writer);
    try {
      writer.join(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    event.getThreadName();
    if (!waiting.offer(event)) {
      dropped.increment();
    }
  }

  private void run() {
    while (!ending) {
      LockSupport.parkNanos(PAUSE_NANOS);
      writeWaiting();
    }
    writeWaiting();
  }

  private void writeWaiting() {
    boolean more;
    do {
      more = waiting.drainTo(batch, MOST_AT_ONCE) == MOST_AT_ONCE;
      write();
    } while (more);
  }

  private void write() {
    batch.forEach(event -> bytes.writeBytes(encoder.encode(event)));
    long lost = dropped.sumThenReset();
    if (lost > 0) {
      bytes.writeBytes((lost + " log lines dropped\n").getBytes(StandardCharsets.UTF_8));
    }
    try {
      bytes.writeTo(console);
    } catch (IOException e) {
      addError("Standard output can't be written to", e);
    }
    bytes.reset();
    batch.clear();
  }
}
