package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Packs entries into parts: some thousands of lines of JSON each, as gzip. */
final class SnapshotParts implements Iterator<byte[]> {
  private static final int PART = 1 << 20;

  private final EntryTypes types;
  private final Iterator<Record> live;

  SnapshotParts(EntryTypes types, Iterator<Record> live) {
    this.types = requireNonNull(types);
    this.live = requireNonNull(live);
  }

  @Override
  public boolean hasNext() {
    return live.hasNext();
  }

  @Override
  public byte[] next() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (JsonGenerator json = types.writer(text)) {
      while (live.hasNext() && text.size() < PART) {
        types.write(json, live.next());
        json.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed(text.toByteArray());
  }

  /** Hands the entries of a part to the sink. */
  static void read(byte[] part, EntryTypes types, Consumer<Record> sink) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(part))) {
      types.read(in.readAllBytes(), sink);
    }
  }

  private static byte[] packed(byte[] text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
