package id.tixgo.common.store.wal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

/** A file that holds all that lives in a store; its last frame is empty. */
final class Snapshot {
  private static final int FRAME = 1 << 18;

  private final EntryCodec codec;
  private final Iterator<Record> live;

  private Snapshot(EntryCodec codec, Iterator<Record> live) {
    this.codec = requireNonNull(codec);
    this.live = requireNonNull(live);
  }

  /** Brings a new file to the disk; returns how many entries are in it. */
  static long write(Path file, EntryCodec codec, Iterator<Record> live) throws IOException {
    try (SegmentWriter out = SegmentWriter.create(file, codec)) {
      return new Snapshot(codec, live).writeTo(out);
    }
  }

  private long writeTo(SegmentWriter out) throws IOException {
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
    try (JsonGenerator json = codec.writer(text)) {
      while (live.hasNext() && text.size() < FRAME) {
        codec.write(json, live.next());
        json.flush();
        count++;
      }
    }
    return count;
  }
}
