package id.tixgo.common.journal;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What stands before the entries that were written at once, 24 bytes, big-endian: their length, the
 * batch's number, how many batches before it were not yet on the disk for certain, their CRC32C,
 * and the CRC32C of these 20 bytes. The first bit is set when the entries are packed; then the last
 * bit is set, too, so that a part that is zero was never written.
 *
 * @param length of the entries as they stand in the file, in bytes
 * @param packed whether they are; those of the first format are plain text
 * @param batch from 1, one more with every frame of a journal
 */
record Frame(int length, boolean packed, long batch, int unsynced, int crc) {
  static final int BYTES = 24;
  private static final int LONGEST = 1 << 29;
  private static final int PACKED = 1 << 31;

  static Frame of(byte[] packed, long batch, int unsynced) {
    return new Frame(packed.length, true, batch, unsynced, crc(packed, 0, packed.length));
  }

  /** Empty when these are not the bytes of a frame. */
  static Optional<Frame> parse(byte[] bytes, int offset) {
    ByteBuffer b = ByteBuffer.wrap(bytes, offset, BYTES);
    int first = b.getInt();
    boolean packed = (first & PACKED) != 0;
    Frame frame = new Frame(first & ~PACKED, packed, b.getLong(), b.getInt(), b.getInt());
    return frame.length <= LONGEST && b.getInt() == frame.headCrc(bytes, offset)
        ? Optional.of(frame)
        : Optional.empty();
  }

  /** Of a packed frame. */
  byte[] bytes() {
    ByteBuffer head = ByteBuffer.wrap(new byte[BYTES]);
    head.putInt(length | PACKED).putLong(batch).putInt(unsynced).putInt(crc);
    head.putInt(headCrc(head.array(), 0));
    return head.array();
  }

  boolean holds(byte[] entries) {
    return crc == crc(entries, 0, entries.length);
  }

  private int headCrc(byte[] bytes, int offset) {
    int crc = crc(bytes, offset, BYTES - Integer.BYTES);
    return packed ? crc | 1 : crc;
  }

  private static int crc(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
