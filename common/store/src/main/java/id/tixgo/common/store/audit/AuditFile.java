package id.tixgo.common.store.audit;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A chain's lines in their file, found by number. Reads at any place, from any thread. */
final class AuditFile implements Closeable {
  private static final int BLOCK = 1 << 13;

  private final FileChannel channel;

  /** A line with the byte after its end. */
  record Found(String text, long end) {}

  private AuditFile(FileChannel channel) {
    this.channel = requireNonNull(channel);
  }

  static AuditFile of(FileChannel channel) {
    return new AuditFile(channel);
  }

  /** The byte after the last line that is whole. */
  long end() throws IOException {
    return startOfLine(channel.size());
  }

  /** The line that begins there; empty at the end, or when it isn't whole. */
  Optional<Found> at(long start) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (long at = start; ; at += BLOCK) {
      byte[] block = block(at, BLOCK);
      int length = lineEnd(block);
      line.write(block, 0, length < 0 ? block.length : length);
      if (length >= 0) {
        return Optional.of(new Found(text(line.toByteArray()), at + length + 1));
      }
      if (block.length < BLOCK) {
        return Optional.empty();
      }
    }
  }

  /** Where the line begins that stands before a byte or has it in it. */
  long startOfLine(long before) throws IOException {
    for (long end = before; end > 0; end -= BLOCK) {
      int length = (int) Math.min(BLOCK, end);
      byte[] block = block(end - length, length);
      for (int i = block.length - 1; i >= 0; i--) {
        if (block[i] == '\n') {
          return end - length + i + 1;
        }
      }
    }
    return 0;
  }

  /** Where the first line begins whose number isn't smaller, of those before a byte. */
  long find(long seq, long end) throws IOException {
    long from = 0;
    long to = end;
    while (from < to) {
      long start = startOfLine((from + to) / 2);
      Optional<Found> line = at(start);
      if (line.flatMap(found -> AuditLine.seq(found.text())).orElse(0L) < seq) {
        from = line.map(Found::end).orElse(to);
      } else {
        to = start;
      }
    }
    return from;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Nothing of what isn't UTF-8: read leniently, a changed byte might look like what was there. */
  private static String text(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    return Arrays.equals(line, text.getBytes(StandardCharsets.UTF_8)) ? text : "";
  }

  /** Fewer bytes where the file ends. */
  private byte[] block(long start, int length) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(length);
    int read = 0;
    while (read >= 0 && block.hasRemaining()) {
      read = channel.read(block, start + block.position());
    }
    return Arrays.copyOf(block.array(), block.position());
  }

  /** Less than 0 when there is none. */
  private static int lineEnd(byte[] block) {
    for (int i = 0; i < block.length; i++) {
      if (block[i] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
