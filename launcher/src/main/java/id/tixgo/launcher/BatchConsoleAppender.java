package id.tixgo.launcher;

import static java.util.Objects.requireNonNull;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes to standard output, or a file, on a thread of its own: whatever has come in the last 20 ms
 * goes out in one write. Logback's AsyncAppender wakes a thread and makes a system call for every
 * line, and keeps events for the collector to copy (docs/adr/006). Nobody waits for the console: a
 * line that finds no room is dropped, and the log says how many were.
 */
public final class BatchConsoleAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
  private static final int MOST_WAITING_BYTES = 1 << 22;
  private static final int USUAL_BYTES = 1 << 18;
  private static final long PAUSE_NANOS = 20_000_000;
  private static final int FILES_KEPT = 5;

  private OutputStream console;
  private final Thread writer = new Thread(this::run, "log");
  private final Object lock = new Object();
  private ByteArrayOutputStream waiting = new ByteArrayOutputStream(USUAL_BYTES);
  private ByteArrayOutputStream written = new ByteArrayOutputStream(USUAL_BYTES);
  private long dropped;
  private Encoder<ILoggingEvent> encoder;
  private String file = "";
  private int fileMb;
  private volatile boolean ending;

  /** Made by Logback. */
  public BatchConsoleAppender() {
    this(new FileOutputStream(FileDescriptor.out));
  }

  BatchConsoleAppender(OutputStream console) {
    this.console = requireNonNull(console);
  }

  /** Called by Logback with what the configuration says. */
  public void setEncoder(Encoder<ILoggingEvent> encoder) {
    this.encoder = encoder;
  }

  /**
   * Called by Logback with what the configuration says.
   *
   * @param file in the place of standard output; empty for none
   */
  public void setFile(String file) {
    this.file = file;
  }

  /** Called by Logback with what the configuration says: the longest that the file gets. */
  public void setFileMb(int fileMb) {
    this.fileMb = fileMb;
  }

  @Override
  public void start() {
    super.start();
    openFile();
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

  private void openFile() {
    try {
      console = file.isEmpty() ? console : new RolledFile(Path.of(file), fileMb << 20, FILES_KEPT);
    } catch (IOException e) {
      addError("The log's file can't be written to", e);
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    byte[] line = encoder.encode(event);
    synchronized (lock) {
      if (waiting.size() < MOST_WAITING_BYTES) {
        waiting.writeBytes(line);
      } else {
        dropped++;
      }
    }
  }

  private void run() {
    while (!ending) {
      LockSupport.parkNanos(PAUSE_NANOS);
      write();
    }
    write();
  }

  private void write() {
    swap();
    try {
      written.writeTo(console);
    } catch (IOException e) {
      addError("The log can't be written to", e);
    }
    if (written.size() > USUAL_BYTES) {
      written = new ByteArrayOutputStream(USUAL_BYTES);
    }
    written.reset();
  }

  private void swap() {
    synchronized (lock) {
      if (dropped > 0) {
        waiting.writeBytes((dropped + " log lines dropped\n").getBytes(StandardCharsets.UTF_8));
        dropped = 0;
      }
      ByteArrayOutputStream empty = written;
      written = waiting;
      waiting = empty;
    }
  }
}
