package id.tixgo.common.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A place in a journal where no whole frame stands. When the power was cut in the middle of a
 * write, the rest of it is missing or zero, and nothing that was stored later follows. All else is
 * damage.
 *
 * @param at the first byte after the last whole frame
 * @param batch the last whole frame's
 */
record Hole(Path file, long at, long batch) {
  /** Fails when something that was stored has been damaged. */
  void expectTorn() throws IOException {
    byte[] rest = rest();
    if (isFilled(rest)) {
      return;
    }
    Optional<Frame> later = laterFrame(rest);
    boolean damaged =
        later.map(frame -> frame.batch() - frame.unsynced() > batch + 1).orElse(!isCutOff(rest));
    if (damaged) {
      throw new IOException("is damaged at byte " + at);
    }
  }

  /** How many bytes were written there. */
  int written() throws IOException {
    return rest().length;
  }

  /** Without the zeros at the file's end, which are room for frames, or never were written. */
  private byte[] rest() throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer rest = ByteBuffer.allocate(Math.toIntExact(channel.size() - at));
      channel.position(at);
      while (rest.hasRemaining() && channel.read(rest) >= 0) {
        // Until all is read.
      }
      return Arrays.copyOf(rest.array(), writtenOf(rest.array()));
    }
  }

  private static int writtenOf(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] == 0) {
      length--;
    }
    return length;
  }

  /** A running process has put the next frame there since it was read: that was the end, then. */
  private boolean isFilled(byte[] rest) {
    if (rest.length < Frame.BYTES) {
      return false;
    }
    return Frame.parse(rest, 0)
        .filter(next -> next.batch() == batch + 1 && rest.length >= Frame.BYTES + next.length())
        .filter(
            next -> next.holds(Arrays.copyOfRange(rest, Frame.BYTES, Frame.BYTES + next.length())))
        .isPresent();
  }

  private Optional<Frame> laterFrame(byte[] rest) {
    for (int start = 1; start <= rest.length - Frame.BYTES; start++) {
      Optional<Frame> frame = Frame.parse(rest, start).filter(f -> f.batch() > batch);
      if (frame.isPresent()) {
        return frame;
      }
    }
    return Optional.empty();
  }

  /** Text has no zero byte, so one means that a part was never written. */
  private static boolean isCutOff(byte[] rest) {
    if (rest.length < Frame.BYTES) {
      return true;
    }
    Optional<Frame> frame = Frame.parse(rest, 0);
    int written = frame.map(Frame::length).orElse(0);
    return rest.length < Frame.BYTES + written
        || (frame.isEmpty()
            ? isZero(rest, Frame.BYTES - Integer.BYTES, Frame.BYTES)
            : hasZero(rest, Frame.BYTES + written));
  }

  private static boolean hasZero(byte[] rest, int end) {
    for (int i = Frame.BYTES; i < end; i++) {
      if (rest[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isZero(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
