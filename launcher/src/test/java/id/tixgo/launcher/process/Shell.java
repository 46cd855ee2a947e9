package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A script of bash in the project's folder. */
final class Shell {
  private Shell() {}

  /** All that it writes; fails when it does. */
  static String run(String script, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script);
    builder.directory(Tixgo.HOME.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  /** Runs it beside a whole TixGo, whose addresses it finds in IDENTITY, ATTENDANCE and PORTAL. */
  static String runBeside(Map<String, String> settings, String script)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("IDENTITY", "http://localhost:" + settings.get("IDENTITY_PORT"));
    environment.put("ATTENDANCE", "http://localhost:" + settings.get("ATTENDANCE_PORT"));
    environment.put("PORTAL", "http://localhost:" + settings.get("PORTAL_PORT"));
    environment.put("GATEWAY", "http://localhost:" + settings.get("GATEWAY_PORT"));
    return run(script, environment);
  }
}
