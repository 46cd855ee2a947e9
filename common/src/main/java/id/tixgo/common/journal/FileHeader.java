package id.tixgo.common.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A journal's first line, 64 bytes, for people and programs.
 *
 * @param format of the file; 1 before entries were packed
 * @param store whose entries these are
 * @param version of those entries
 */
record FileHeader(int format, String store, int version) {
  static final int BYTES = 64;
  private static final int FORMAT = 2;
  private static final Pattern LINE =
      Pattern.compile("TIXGO-JOURNAL (\\d{1,9}) (\\w+) (\\d{1,9}) *\n");

  static FileHeader of(EntryTypes types) {
    return new FileHeader(FORMAT, types.store(), types.version());
  }

  byte[] bytes() {
    String line = "TIXGO-JOURNAL " + format + " " + store + " " + version;
    return (line + " ".repeat(BYTES - 1 - line.length()) + "\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Fails with what is wrong with the file. */
  static FileHeader parse(byte[] bytes) throws IOException {
    Matcher line = LINE.matcher(new String(bytes, StandardCharsets.US_ASCII));
    if (!line.matches()) {
      throw new IOException("is no journal of TixGo, or damaged in its first line");
    }
    int format = Integer.parseInt(line.group(1));
    return new FileHeader(format, line.group(2), Integer.parseInt(line.group(3)));
  }

  /** Whether it was written by an older TixGo. */
  boolean isOlderThan(EntryTypes types) {
    return format < FORMAT || version < types.version();
  }

  /** Fails when the file is of another store or of a newer version. */
  void expect(EntryTypes types) throws IOException {
    if (!store.equals(types.store())) {
      throw new IOException("is of the store " + store + ", not of " + types.store());
    }
    if (format > FORMAT || version > types.version()) {
      throw new IOException("was written by a newer TixGo");
    }
  }
}
