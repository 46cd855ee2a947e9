package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The commands of the guide that clients go by, as they stand there: with its ports, which no other
 * test uses, and its settings.
 */
@ResourceLock("ports 18080 to 18082")
@Alone
class ReferenceExamplesIT {
  private static final Map<String, String> SETTINGS =
      Tixgo.settings(
          "JWT_SECRET", "a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6",
          "JWT_ALG", "HS256",
          "TOKEN_EXPIRE_MINUTES", "120",
          "BIND_HOST", "0.0.0.0",
          "IDENTITY_PORT", "18081",
          "ATTENDANCE_PORT", "18082",
          "PORTAL_PORT", "18080");

  /** Tells the status of every command without a change to the command. */
  private static final String CURL_SETTINGS =
      """
      silent
      show-error
      noproxy = "*"
      write-out = "%{stderr}\\n%{http_code}\\n"
      """;

  private static final String WITHOUT_JQ =
      """
      command -v jq >/dev/null || jq() { sed 's/.*"'${2#.}'":"\\([^"]*\\)".*/\\1/'; }
      """;

  private static final Pattern EXPECTED = Pattern.compile("(?m)^#> .*$");
  private static final Pattern ANSWERED = Pattern.compile("(?s)(.*?)\n#> ([^\n]*)");

  @TempDir private Path curlHome;

  @Test
  void theExamplesShouldAnswerAsTheGuideSays() throws Exception {
    String examples = examples();
    try (Tixgo tixgo = Tixgo.start("all", SETTINGS).awaitAll(SETTINGS)) {
      String output = run(WITHOUT_JQ + EXPECTED.matcher(examples).replaceAll("echo; echo '$0'"));
      List<MatchResult> answers = ANSWERED.matcher(output).results().toList();
      assertEquals(EXPECTED.matcher(examples).results().count(), answers.size(), output);
      answers.forEach(answer -> assertHolds(answer.group(1) + "\n", answer.group(2)));
      assertEquals(-1, tixgo.log().indexOf(" ERROR "), tixgo::log);
    }
  }

  private static void assertHolds(String answer, String expected) {
    for (String text : expected.split(" \\| ", -1)) {
      String wanted = text.matches("\\d{3}") ? "\n" + text + "\n" : text;
      assertTrue(answer.contains(wanted), () -> text + " is not in" + answer);
    }
  }

  private String run(String script) throws IOException, InterruptedException {
    Files.writeString(curlHome.resolve(".curlrc"), CURL_SETTINGS);
    return Shell.run(script, Map.of("CURL_HOME", curlHome.toString(), "STB_IP", address()));
  }

  private static String examples() throws IOException {
    try (InputStream in = ReferenceExamplesIT.class.getResourceAsStream("/reference/examples.sh")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** This machine's in its network; its own when it is in none. */
  private static String address() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress())
        .findFirst()
        .map(InetAddress::getHostAddress)
        .orElse("127.0.0.1");
  }
}
