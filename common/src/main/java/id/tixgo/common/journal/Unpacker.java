package id.tixgo.common.journal;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Gives back what a {@link Packer} made short. For one thread. */
final class Unpacker implements Closeable {
  private static final int BUFFER = 1 << 13;

  private final Inflater inflater = new Inflater(true);

  /** Fails on what isn't packed text. */
  byte[] unpack(byte[] packed) throws IOException {
    if (packed.length == 0) {
      return packed;
    }
    inflater.reset();
    inflater.setDictionary(Packer.TYPICAL);
    InputStream in = new ByteArrayInputStream(packed);
    return new InflaterInputStream(in, inflater, Math.min(BUFFER, packed.length)).readAllBytes();
  }

  @Override
  public void close() {
    inflater.end();
  }
}
