package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How long the disk takes to keep a small write for certain, as each answer to a scan waits for it.
 *
 * @param awaited whether answers wait for the disk
 */
record SyncCheck(DataDirectory directory, boolean awaited) implements Check {
  private static final int WRITES = 9;
  private static final int BYTES = 512;
  private static final long LONGEST_NS = TimeUnit.SECONDS.toNanos(1);
  private static final double SLOW_MS = 20;

  SyncCheck {
    requireNonNull(directory);
  }

  @Override
  public String subject() {
    return "DATA_DIR: its disk";
  }

  /** A directory that can't be written, or isn't there yet, is told of elsewhere. */
  @Override
  public List<Finding> look() {
    if (!directory.isMade() || !Files.isWritable(directory.path())) {
      return List.of();
    }
    try {
      return List.of(judge(measure()));
    } catch (IOException e) {
      return List.of(Finding.fail("DATA_DIR: a small file can't be written: " + e.getMessage()));
    }
  }

  private double measure() throws IOException {
    Path file = Files.createTempFile(directory.path(), ".doctor", "");
    file.toFile().deleteOnExit();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return median(times(channel));
    } finally {
      Files.delete(file);
    }
  }

  /** Over zeros that are there already, as the log's own writes go. */
  private static List<Long> times(FileChannel channel) throws IOException {
    channel.write(ByteBuffer.allocate(WRITES * BYTES), 0);
    channel.force(true);
    List<Long> times = new ArrayList<>();
    long begin = System.nanoTime();
    while (times.size() < WRITES && System.nanoTime() - begin < LONGEST_NS) {
      long start = System.nanoTime();
      channel.write(ByteBuffer.allocate(BYTES), (long) times.size() * BYTES);
      channel.force(false);
      times.add(System.nanoTime() - start);
    }
    return times;
  }

  private static double median(List<Long> times) {
    return times.stream().sorted().toList().get(times.size() / 2) / 1e6;
  }

  Finding judge(double ms) {
    String sentence = String.format(Locale.ROOT, "DATA_DIR: its disk keeps a write in %.1f ms", ms);
    if (!awaited || ms <= SLOW_MS) {
      return Finding.ok(sentence + ".");
    }
    return Finding.warn(
        String.format(
            Locale.ROOT,
            "%s, which every scan waits for: one scanner gets at most %.0f a second, several share"
                + " a write. Take a faster disk, or DURABILITY=async, where a power cut costs the"
                + " last 50 ms.",
            sentence,
            1000 / ms));
  }
}
