package id.tixgo.launcher;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that begins anew before it is too long. Those before it are numbered, the newest 1, and
 * few are kept. What is written at once stays together. For one thread.
 */
final class RolledFile extends OutputStream {
  private final Path file;
  private final long longest;
  private final int kept;
  private OutputStream current;
  private boolean isOpen;
  private long length;

  /**
   * @param longest in bytes; only what is written at once may be longer
   * @param kept how many there are besides the current one
   */
  RolledFile(Path file, long longest, int kept) throws IOException {
    this.file = requireNonNull(file);
    this.longest = longest;
    this.kept = kept;
    open();
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    if (!isOpen) {
      open();
    }
    if (length > 0 && length + count > longest) {
      roll();
    }
    current.write(bytes, from, count);
    length += count;
  }

  @Override
  public void close() throws IOException {
    current.close();
  }

  /** What can't be moved is gone on with, and looked at again when as much has been added. */
  private void roll() throws IOException {
    isOpen = false;
    current.close();
    try {
      makeRoom();
    } catch (IOException e) {
      // No line is lost for that.
    }
    open();
    length = 0;
  }

  /** Somebody may have taken the file away. */
  private void makeRoom() throws IOException {
    if (Files.exists(file)) {
      for (int number = kept - 1; number > 0; number--) {
        if (Files.exists(numbered(number))) {
          move(numbered(number), numbered(number + 1));
        }
      }
      move(file, numbered(1));
    }
  }

  private void open() throws IOException {
    current = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    length = Files.size(file);
    isOpen = true;
  }

  private Path numbered(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
