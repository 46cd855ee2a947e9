package id.tixgo.common.config;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many may be connected to a service, and how long they may take to say what they want.
 *
 * @param most at once
 * @param mostOfAnAddress of one address that is neither this machine nor a trusted proxy
 * @param headMs the time that a request's head may take to arrive
 */
public record ConnectionLimits(int most, int mostOfAnAddress, int headMs) {
  /** Four services may share a process, which opens more than connections. */
  private static final int PARTS_OF_FILES = 5;

  public static ConnectionLimits from(Env env) {
    int wanted = env.number("MAX_CONNECTIONS", 16_384, 16, 1_000_000);
    return new ConnectionLimits(
        Math.min(wanted, Math.max(16, openFiles() / PARTS_OF_FILES)),
        env.number("MAX_CONNECTIONS_PER_ADDRESS", 1_024, 1, 1_000_000),
        env.number("HEADER_TIMEOUT_MS", 10_000, 100, 600_000));
  }

  /** How many files and connections this process may have open. */
  private static int openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? (int) Math.min(Integer.MAX_VALUE, unix.getMaxFileDescriptorCount())
        : Integer.MAX_VALUE;
  }
}
