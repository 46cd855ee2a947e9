package id.tixgo.common.store.wal;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Makes the text of entries short, for the disk's sake. For one thread. */
final class FrameCompressor implements Closeable {
  private static final int BUFFER = 1 << 13;

  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private final byte[] dictionary;

  FrameCompressor(byte[] dictionary) {
    this.dictionary = requireNonNull(dictionary);
  }

  /** As raw DEFLATE and a line break; nothing of nothing. The last byte is never zero. */
  byte[] compress(byte[] text, int length) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(BUFFER);
    if (length > 0) {
      deflater.reset();
      deflater.setDictionary(dictionary);
      DeflaterOutputStream out = new DeflaterOutputStream(compressed, deflater, BUFFER);
      out.write(text, 0, length);
      out.finish();
      compressed.write('\n');
    }
    return compressed.toByteArray();
  }

  @Override
  public void close() {
    deflater.end();
  }
}
