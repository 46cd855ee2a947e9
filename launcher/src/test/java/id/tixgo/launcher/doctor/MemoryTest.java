package id.tixgo.launcher.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.config.Env;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fits a machine's memory. */
class MemoryTest {
  @ParameterizedTest
  @CsvSource({
    "2000, 1500, 1000, 7, OK, 'There are 2000 MiB of memory, of which 1500 are free; the heap may"
        + " grow to 1000; 7 services'",
    "200, 150, 100, 7, FAIL, about 251 MiB. Start fewer.",
    "200, 190, 100, 4, OK, 4 services",
    "2000, 100, 1000, 4, WARN, Other programs leave 100 MiB",
    "1900, 1500, 2048, 4, FAIL, smaller -Xmx in JAVA_OPTS",
    "1900, 1500, 1850, 4, WARN, smaller -Xmx in JAVA_OPTS"
  })
  void servicesShouldFit(
      long limit, long available, long heap, int services, Finding.Level level, String part) {
    Memory memory = new Memory(limit, OptionalLong.of(available), OptionalLong.of(heap));
    Findings.expect(level, memory.judge(services), part);
  }

  @Test
  void whatIsNotKnownShouldNotBeTold() {
    Memory memory = new Memory(2000, OptionalLong.empty(), OptionalLong.empty());
    Findings.expect(Finding.Level.OK, memory.judge(7), "There are 2000 MiB of memory; 7 services");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 512",
    "-Xmx300m, 300",
    "-Da=b -Xmx1G -Xmx2g, 2048",
    "-Xmx1048576, 1",
    "-Xmx307200k, 300",
    "-Dnot-Xmx9m, 512"
  })
  void theHeapShouldBeThatOfTheOptionsElseOfTheScript(String options, long mib) {
    Env env = new Env(Map.of("JAVA_OPTS", options));
    assertEquals(OptionalLong.of(mib), MemoryCheck.heap(env, 512));
  }

  @Test
  void whatIsAvailableShouldBeReadFromTheSystem(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("meminfo");
    Files.writeString(file, "MemTotal:  4096 kB\nMemAvailable:    2048 kB\n");
    assertEquals(OptionalLong.of(2), MemoryCheck.available(file));
    assertEquals(OptionalLong.empty(), MemoryCheck.available(folder.resolve("none")));
  }
}
