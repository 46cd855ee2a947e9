package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's tour and the smoke test, run as a newcomer would. */
@Alone
class TourIT {
  private static final Pattern BLOCK = Pattern.compile("```bash tour\n(.*?)```", Pattern.DOTALL);

  @Test
  void theReadmesTourShouldRunAsItStands() throws Exception {
    String output = run(tour());
    for (String shown :
        List.of(
            "\"username\":\"siti\",\"role\":\"committee\"",
            "\"title\":\"Konser Akbar\"",
            "\"status\":\"checked_in\"",
            "Ticket sudah pernah check-in",
            "\"gate\":\"A\"",
            "\"total_checked_in\":1",
            "\"status\":\"conflict\"",
            "\"role\":\"scanner\"",
            "Asia/Jakarta",
            "\"event_name\":\"Konser Akbar\"",
            "Invalid or expired token")) {
      assertTrue(output.contains(shown), shown + " is not in\n" + output);
    }
    expectSale(output.substring(output.indexOf("\"title\":\"Malam Jazz\"")));
    expectPayment(output.substring(output.indexOf("\"redirect_url\"")));
  }

  private static void expectPayment(String output) {
    for (String shown :
        List.of(
            "\"status\":\"PAID\"",
            "\"transaction_status\":\"settlement\"",
            "\"status\":\"SUCCEEDED\"",
            "\"status\":\"REFUNDED\"",
            "\"gross\":150000",
            "\"net\":0",
            "\"difference\":0")) {
      assertTrue(output.contains(shown), shown + " is not in\n" + output);
    }
  }

  private static void expectSale(String output) {
    for (String shown :
        List.of(
            "\"price_from\":150000",
            "\"username\":\"budi@example.com\"",
            "\"available\":298",
            "\"status\":\"PAID\"",
            "\"reference\":\"till 1, receipt 17\"",
            "application/pdf",
            "\"status\":\"checked_in\"",
            "ALREADY_CHECKED_IN",
            "UNKNOWN_TICKET",
            "\"holder_name\":\"Ani\"",
            "TICKET_REVOKED",
            "\"reason\":\"REISSUED\"",
            "\"revenue\":300000")) {
      assertTrue(output.contains(shown), shown + " is not in\n" + output);
    }
  }

  @Test
  void theSmokeTestShouldPass() throws Exception {
    String output = run("./smoke-test.sh $IDENTITY $ATTENDANCE $PORTAL $GATEWAY");
    assertTrue(output.contains("ok: the sold ticket enters\n"), output);
    assertTrue(output.endsWith("The smoke test passed.\n"), output);
  }

  @Test
  void theSmokeTestShouldFailWhereNothingRuns() throws Exception {
    Process process =
        new ProcessBuilder(Tixgo.HOME.resolve("smoke-test.sh").toString(), "http://127.0.0.1:1")
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, process.waitFor());
    assertTrue(output.startsWith("FAILED: "), output);
  }

  private static String run(String script) throws Exception {
    Map<String, String> settings = Tixgo.settings();
    try (SimulatedGateway gateway = new SimulatedGateway(settings.get("PAYMENT_PORT"))) {
      settings.putAll(gateway.settings());
      try (Tixgo tixgo = Tixgo.start("all", settings)) {
        tixgo.awaitAll(settings);
        settings.put("SIMULATOR", gateway.baseUrl());
        return Shell.runBeside(settings, script);
      }
    }
  }

  private static String tour() throws IOException {
    String readme = Files.readString(Tixgo.HOME.resolve("README.md"));
    return BLOCK.matcher(readme).results().map(m -> m.group(1)).collect(Collectors.joining("\n"));
  }
}
