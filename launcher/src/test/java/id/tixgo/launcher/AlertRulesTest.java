package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of {@code ops}, held to promtool; where there is none, these tests are skipped. */
class AlertRulesTest {
  private static final int LONGEST_SECONDS = 60;

  @Test
  void prometheusShouldTakeItsFiles() throws Exception {
    promtool("check", "config", "prometheus.yml");
  }

  @Test
  void alertsShouldGoOffWhenTheyShouldAndNotElse() throws Exception {
    promtool("test", "rules", "alerts-test.yml");
  }

  @Test
  void everyAlertShouldBeTested() {
    String tests = OperatorsFiles.text("alerts-test.yml");
    assertTrue(OperatorsFiles.alerts().size() > 10);
    assertEquals(OperatorsFiles.alerts().size(), OperatorsFiles.rules().size());
    for (String alert : OperatorsFiles.alerts()) {
      assertTrue(tests.contains("alertname=\"" + alert + '"'), alert);
    }
  }

  private static void promtool(String... arguments) throws IOException, InterruptedException {
    assumeTrue(isThere(), "no promtool on this machine");
    List<String> command = Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toList();
    Process process =
        new ProcessBuilder(command)
            .directory(OperatorsFiles.OPS.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS), output);
    assertEquals(0, process.exitValue(), output);
  }

  private static boolean isThere() {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
  }
}
