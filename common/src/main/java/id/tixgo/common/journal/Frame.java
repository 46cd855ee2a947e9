package id.tixgo.common.journal;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What stands before the entries that were written at once, 24 bytes, big-endian: their length, the
 * batch's number, how many batches before it were not yet on the disk for certain, their CRC32C,
 * and the CRC32C of these 20 bytes.
 *
 * @param length of the entries' text, in bytes
 * @param batch from 1, one more with every frame of a journal
 */
record Frame(int length, long batch, int unsynced, int textCrc) {
  static final int BYTES = 24;
  static final int LONGEST = 1 << 29;

  static Frame of(byte[] text, int length, long batch, int unsynced) {
    return new Frame(length, batch, unsynced, crc(text, 0, length));
  }

  /** Empty when these are not the bytes of a frame. */
  static Optional<Frame> parse(byte[] bytes, int offset) {
    ByteBuffer b = ByteBuffer.wrap(bytes, offset, BYTES);
    Frame frame = new Frame(b.getInt(), b.getLong(), b.getInt(), b.getInt());
    boolean whole = b.getInt() == crc(bytes, offset, BYTES - Integer.BYTES);
    return whole && frame.length >= 0 && frame.length <= LONGEST
        ? Optional.of(frame)
        : Optional.empty();
  }

  byte[] bytes() {
    ByteBuffer head = ByteBuffer.wrap(new byte[BYTES]);
    head.putInt(length).putLong(batch).putInt(unsynced).putInt(textCrc);
    head.putInt(crc(head.array(), 0, BYTES - Integer.BYTES));
    return head.array();
  }

  boolean holds(byte[] text) {
    return textCrc == crc(text, 0, text.length);
  }

  private static int crc(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
