package id.tixgo.common.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JVM's own numbers: memory, collections, threads, processor, open files, time since start. */
public final class JvmMeters {
  private static final Path MEMORY = Path.of("/proc/self/statm");
  private static final int PAGE_BYTES = 4096;

  private JvmMeters() {}

  public static void bind(Meters meters) {
    meters.bind(JvmMeters::bind);
    meters.gauge(
        "tixgo.process.resident.bytes",
        "Memory that the system has given the process",
        JvmMeters::residentBytes);
  }

  /** What counts collections listens to them for as long as the JVM runs. */
  @SuppressWarnings("resource")
  private static void bind(MeterRegistry registry) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmGcMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** Of Linux alone; elsewhere it isn't known. */
  private static double residentBytes() {
    try {
      return Double.parseDouble(Files.readString(MEMORY).split(" ", -1)[1]) * PAGE_BYTES;
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
