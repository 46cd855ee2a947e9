package id.tixgo.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code bin/tixgo-simulator}, as somebody starts it. */
class SimulatorProcessIT {
  private static final Path SCRIPT = Path.of("..", "bin", "tixgo-simulator");
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void itShouldAnswerAndEndWhenItIsTold() throws Exception {
    String port = FreePort.next();
    Process process = start(Map.of("SIMULATOR_PORT", port, "SIMULATOR_SMTP_PORT", FreePort.next()));
    try {
      Eventually.await("health", () -> health(port) == 200);
    } finally {
      // A Process would close what it wrote.
      process.toHandle().destroy();
    }
    assertTrue(
        text(process)
            .contains("simulates Midtrans, Xendit and Digiflazz at http://127.0.0.1:" + port));
  }

  @Test
  void aWrongSettingShouldEndItWithASentence() throws Exception {
    Process process = start(Map.of("SIMULATOR_PORT", "x"));
    assertEquals(2, process.waitFor());
    assertEquals(
        "tixgo-simulator: SIMULATOR_PORT is 'x', but must be a whole number from 0 to 65535.\n",
        text(process));
  }

  private static Process start(Map<String, String> settings) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString());
    builder.environment().putAll(settings);
    return builder.redirectErrorStream(true).start();
  }

  private static String text(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private int health(String port) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health")).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
