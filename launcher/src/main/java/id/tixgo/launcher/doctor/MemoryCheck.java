package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;

import com.sun.management.OperatingSystemMXBean;
import id.tixgo.common.config.Env;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether the services fit the memory of this machine or container.
 *
 * @param runs whether they have taken theirs already
 */
record MemoryCheck(Installation installation, boolean runs) implements Check {
  private static final long MIB = 1 << 20;
  private static final Path MEMINFO = Path.of("/proc/meminfo");
  private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");
  private static final Pattern HEAP = Pattern.compile("(?<!\\S)-Xmx(\\d{1,9})([kKmMgG]?)(?!\\S)");

  MemoryCheck {
    requireNonNull(installation);
  }

  @Override
  public String subject() {
    return "The memory";
  }

  @Override
  public List<Finding> look() {
    Memory memory =
        new Memory(
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize()
                / MIB,
            runs ? OptionalLong.empty() : available(MEMINFO),
            heap(installation.env(), Long.getLong("tixgo.heap", 0)));
    return List.of(memory.judge(installation.services().size()));
  }

  /** In MiB; empty where the system doesn't say so. */
  static OptionalLong available(Path meminfo) {
    try (Stream<String> lines = Files.lines(meminfo)) {
      return lines
          .map(AVAILABLE::matcher)
          .filter(Matcher::matches)
          .mapToLong(line -> Long.parseLong(line.group(1)) / 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** The last one of {@code JAVA_OPTS}, which counts, else the script's own; 0 is none. In MiB. */
  static OptionalLong heap(Env env, long scriptsMib) {
    OptionalLong heap =
        HEAP.matcher(env.text("JAVA_OPTS", ""))
            .results()
            .mapToLong(flag -> (Long.parseLong(flag.group(1)) << shift(flag.group(2))) / MIB)
            .reduce((first, second) -> second);
    return heap.isPresent() || scriptsMib == 0 ? heap : OptionalLong.of(scriptsMib);
  }

  private static int shift(String unit) {
    return switch (unit) {
      case "k", "K" -> 10;
      case "m", "M" -> 20;
      case "g", "G" -> 30;
      default -> 0;
    };
  }
}
