package id.tixgo.common.store.wal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A segment's first line, 64 bytes, for people and programs.
 *
 * @param format of the file
 * @param store whose entries these are
 * @param version of those entries
 */
record SegmentHeader(int format, String store, int version) {
  static final int BYTES = 64;
  private static final int FORMAT = 2;
  private static final Pattern LINE =
      Pattern.compile("TIXGO-JOURNAL (\\d{1,9}) (\\w+) (\\d{1,9}) *\n");

  static SegmentHeader of(EntryCodec codec) {
    return new SegmentHeader(FORMAT, codec.store(), codec.version());
  }

  byte[] bytes() {
    String line = "TIXGO-JOURNAL " + format + " " + store + " " + version;
    return (line + " ".repeat(BYTES - 1 - line.length()) + "\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Fails with what is wrong with the file. */
  static SegmentHeader parse(byte[] bytes) throws IOException {
    Matcher line = LINE.matcher(new String(bytes, StandardCharsets.US_ASCII));
    if (!line.matches()) {
      throw new IOException("is no journal of TixGo, or damaged in its first line");
    }
    int format = Integer.parseInt(line.group(1));
    return new SegmentHeader(format, line.group(2), Integer.parseInt(line.group(3)));
  }

  /** Whether it was written by an older TixGo. */
  boolean isOlderThan(EntryCodec codec) {
    return version < codec.version();
  }

  /** Fails when the file is of another store or of a newer version. */
  void expect(EntryCodec codec) throws IOException {
    if (!store.equals(codec.store())) {
      throw new IOException("is of the store " + store + ", not of " + codec.store());
    }
    if (format < FORMAT) {
      throw new IOException("was written before the first release");
    }
    if (format > FORMAT || version > codec.version()) {
      throw new IOException("was written by a newer TixGo");
    }
  }
}
