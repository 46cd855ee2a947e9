package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

/** A file that holds all that lives in a store; its last frame is empty. */
final class Snapshot {
  private static final int FRAME = 1 << 18;

  private final EntryTypes types;
  private final Iterator<Record> live;

  private Snapshot(EntryTypes types, Iterator<Record> live) {
    this.types = requireNonNull(types);
    this.live = requireNonNull(live);
  }

  /** Brings a new file to the disk; returns how many entries are in it. */
  static long write(Path file, EntryTypes types, Iterator<Record> live) throws IOException {
    try (JournalWriter out = JournalWriter.create(file, FileHeader.of(types))) {
      return new Snapshot(types, live).writeTo(out);
    }
  }

  private long writeTo(JournalWriter out) throws IOException {
    long count = 0;
    long frames = 0;
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    while (live.hasNext()) {
      text.reset();
      count += fill(text);
      out.append(text.toByteArray(), text.size(), ++frames);
    }
    out.append(new byte[0], 0, ++frames);
    out.sync();
    return count;
  }

  private int fill(ByteArrayOutputStream text) throws IOException {
    int count = 0;
    try (JsonGenerator json = types.writer(text)) {
      while (live.hasNext() && text.size() < FRAME) {
        types.write(json, live.next());
        json.flush();
        count++;
      }
    }
    return count;
  }
}
