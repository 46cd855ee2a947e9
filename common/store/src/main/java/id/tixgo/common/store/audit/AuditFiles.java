package id.tixgo.common.store.audit;

import id.tixgo.common.store.audit.AuditFile.Found;
import id.tixgo.common.time.Timestamps;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of audits for who copies them from one place to another. */
public final class AuditFiles {
  /** The file may be larger than the memory of a small container. */
  private static final long COPIED_AT_ONCE = 65_536;

  private static final String REPLACED = "audit-until-";

  private AuditFiles() {}

  /** What a file is called once a restore has put another in its place. */
  public static Path replaced(Path file) {
    String time = Timestamps.format(Instant.now()).replaceAll("[^0-9TZ]", "");
    return file.resolveSibling(REPLACED + time + ".ndjson");
  }

  /** Whether a file is one that was replaced. */
  public static boolean isReplaced(Path file) {
    return String.valueOf(file.getFileName()).startsWith(REPLACED);
  }

  /** Those that were replaced, in order. */
  static List<Path> replacedIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(AuditFiles::isReplaced).sorted().toList();
    }
  }

  /** The lines of a folder's file up to a number, as they are; nothing without a file. */
  public static void copy(Path folder, long seq, OutputStream out) throws IOException {
    if (Files.exists(folder.resolve(FileTrail.NAME))) {
      try (FileChannel channel = FileChannel.open(folder.resolve(FileTrail.NAME))) {
        AuditFile file = AuditFile.of(channel);
        long rest = file.find(seq + 1, file.end());
        WritableByteChannel to = Channels.newChannel(out);
        for (long at = 0; at < rest; ) {
          at += channel.transferTo(at, Math.min(COPIED_AT_ONCE, rest - at), to);
        }
      }
    }
  }

  /** What takes a line. */
  public interface Reader {
    void read(AuditLine line) throws IOException;
  }

  /** Reads the lines of a folder's file up to a number; fails with a sentence on another text. */
  public static void read(Path folder, long seq, Reader reader) throws IOException {
    if (Files.exists(folder.resolve(FileTrail.NAME))) {
      try (FileChannel channel = FileChannel.open(folder.resolve(FileTrail.NAME))) {
        AuditFile file = AuditFile.of(channel);
        long end = file.find(seq + 1, file.end());
        for (long at = 0; at < end; ) {
          Found line = file.at(at).orElseThrow();
          reader.read(line(folder, line.text()));
          at = line.end();
        }
      }
    }
  }

  private static AuditLine line(Path folder, String text) throws IOException {
    return AuditLine.seq(text)
        .map(seq -> new AuditLine(seq, FileTrail.at(text), text))
        .orElseThrow(
            () ->
                new IOException(
                    folder.resolve(FileTrail.NAME)
                        + " was changed: tixgo verify-audit says where."));
  }

  /**
   * A line of a chain; fails with a sentence when there is none of that number.
   *
   * @param unwritten what isn't in the folder's file yet
   */
  public static AuditLine line(Path folder, List<AuditLine> unwritten, long seq)
      throws IOException {
    AuditLine[] found = new AuditLine[1];
    readAll(folder, unwritten, line -> found[0] = line.seq() == seq ? line : found[0]);
    if (found[0] == null) {
      throw new IOException(folder.resolve(FileTrail.NAME) + " has no line " + seq + ".");
    }
    return found[0];
  }

  /**
   * How many lines of each other service a chain has taken over.
   *
   * @param unwritten what isn't in the folder's file yet
   */
  public static Map<String, Long> gathered(Path folder, List<AuditLine> unwritten)
      throws IOException {
    Gathered gathered = new Gathered();
    readAll(folder, unwritten, line -> gathered.take(line.text()));
    return gathered.counts();
  }

  private static void readAll(Path folder, List<AuditLine> unwritten, Reader reader)
      throws IOException {
    long[] last = new long[1];
    Reader each =
        line -> {
          last[0] = line.seq();
          reader.read(line);
        };
    read(folder, Long.MAX_VALUE - 1, each);
    for (AuditLine line : unwritten) {
      if (line.seq() > last[0]) {
        reader.read(line);
      }
    }
  }
}
