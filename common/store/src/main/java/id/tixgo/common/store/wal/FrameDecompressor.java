package id.tixgo.common.store.wal;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Gives back what a {@link FrameCompressor} made short. For one thread. */
final class FrameDecompressor implements Closeable {
  private static final int BUFFER = 1 << 13;

  private final Inflater inflater = new Inflater(true);
  private final byte[] dictionary;

  FrameDecompressor(byte[] dictionary) {
    this.dictionary = requireNonNull(dictionary);
  }

  /** Fails on what isn't compressed text. */
  byte[] decompress(byte[] compressed) throws IOException {
    if (compressed.length == 0) {
      return compressed;
    }
    inflater.reset();
    inflater.setDictionary(dictionary);
    InputStream in = new ByteArrayInputStream(compressed);
    return new InflaterInputStream(in, inflater, Math.min(BUFFER, compressed.length))
        .readAllBytes();
  }

  @Override
  public void close() {
    inflater.end();
  }
}
