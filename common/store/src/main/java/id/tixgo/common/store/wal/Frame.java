package id.tixgo.common.store.wal;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What stands before the entries that were written at once, 24 bytes, big-endian: their length, the
 * batch's number, how many batches before it were not yet on the disk for certain, their CRC32C,
 * and the CRC32C of these 20 bytes. The first and the last bit are always set, so that a part that
 * is zero was never written.
 *
 * @param length of the entries as they stand in the file, in bytes
 * @param batch from 1, one more with every frame of a log
 */
record Frame(int length, long batch, int unsynced, int crc) {
  static final int BYTES = 24;
  private static final int LONGEST = 1 << 29;
  private static final int MARK = 1 << 31;

  static Frame of(byte[] compressed, long batch, int unsynced) {
    return new Frame(compressed.length, batch, unsynced, crc(compressed, 0, compressed.length));
  }

  /** Empty when these are not the bytes of a frame. */
  static Optional<Frame> parse(byte[] bytes, int offset) {
    ByteBuffer b = ByteBuffer.wrap(bytes, offset, BYTES);
    int first = b.getInt();
    Frame frame = new Frame(first & ~MARK, b.getLong(), b.getInt(), b.getInt());
    return first < 0 && frame.length <= LONGEST && b.getInt() == frame.headCrc(bytes, offset)
        ? Optional.of(frame)
        : Optional.empty();
  }

  byte[] bytes() {
    ByteBuffer head = ByteBuffer.wrap(new byte[BYTES]);
    head.putInt(length | MARK).putLong(batch).putInt(unsynced).putInt(crc);
    head.putInt(headCrc(head.array(), 0));
    return head.array();
  }

  boolean holds(byte[] entries) {
    return crc == crc(entries, 0, entries.length);
  }

  private int headCrc(byte[] bytes, int offset) {
    return crc(bytes, offset, BYTES - Integer.BYTES) | 1;
  }

  private static int crc(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
