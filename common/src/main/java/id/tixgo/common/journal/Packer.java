package id.tixgo.common.journal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Makes the text of entries short, for the disk's sake. For one thread. */
final class Packer implements Closeable {
  private static final int BUFFER = 1 << 13;

  /**
   * What most entries look like, so that one alone is short, too. Files can't be read without it:
   * to change a character is to make another format.
   */
  static final byte[] TYPICAL =
      ("{\"scan\":{\"event_id\":\"\",\"ticket_id\":\"\",\"staff\":\"admin\","
              + "\"at\":\"2026-11-22T08:17:00.752Z\",\"gate\":\"\",\"device_id\":\"\","
              + "\"direction\":\"IN\",\"first\":true,\"seq\":1}}\n")
          .getBytes(StandardCharsets.US_ASCII);

  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);

  /** As raw DEFLATE and a line break; nothing of nothing. The last byte is never zero. */
  byte[] pack(byte[] text, int length) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(BUFFER);
    if (length > 0) {
      deflater.reset();
      deflater.setDictionary(TYPICAL);
      DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater, BUFFER);
      out.write(text, 0, length);
      out.finish();
      packed.write('\n');
    }
    return packed.toByteArray();
  }

  @Override
  public void close() {
    deflater.end();
  }
}
