package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Chromium;
import id.tixgo.common.test.RunningSystem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages for people, in Chromium if there is one; under a public name, as behind a tunnel. */
class PagesIT {
  private static RunningSystem system;

  @TempDir private Path scratch;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @ParameterizedTest
  @CsvSource({
    "identity,/docs,Make an account",
    "identity,/redoc,Make an account",
    "attendance,/docs,Let a ticket in",
    "attendance,/redoc,Let a ticket in",
    "event,/docs,Make an event",
    "event,/redoc,Make an event",
    "portal,/docs,Let a ticket in",
    "portal,/redoc,Let a ticket in"
  })
  void pagesShouldShowTheContractAndAskNoOtherHost(String service, String path, String shown)
      throws Exception {
    Path log = scratch.resolve("log");
    String page = render(port(service), path, log);
    assertTrue(page.contains(shown), page);
    assertTrue(!page.contains("validator.swagger.io"), page);
    try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
      assertEquals("", lines.filter(l -> l.contains("CONSOLE")).collect(Collectors.joining("\n")));
    }
  }

  @Test
  void filesOfPagesShouldBeAskedForAgainAfterAnUpgrade() {
    for (String file : List.of("tixgo/docs.js", "redoc/redoc.standalone.js")) {
      Answer answer = system.identity().get("/assets/" + file).expect(200);
      assertTrue(answer.header("Cache-Control").orElse("").endsWith("max-age=0"));
      String since = answer.header("Last-Modified").orElseThrow();
      system.identity().with("If-Modified-Since", since).get("/assets/" + file).expect(304);
    }
  }

  /** The page's elements once its scripts are done. */
  private String render(int port, String path, Path log) throws Exception {
    ProcessBuilder browser =
        new ProcessBuilder(
            Chromium.executable().toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--user-data-dir=" + scratch.resolve("profile"),
            "--host-resolver-rules=MAP tixgo.example 127.0.0.1",
            "--enable-logging=stderr",
            "--v=0",
            "--virtual-time-budget=8000",
            "--dump-dom",
            "http://tixgo.example:" + port + path);
    Process process = browser.redirectError(log.toFile()).start();
    String page = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return page;
  }

  private static int port(String service) {
    return Map.of(
            "identity", system.identity(),
            "attendance", system.attendance(),
            "event", system.event(),
            "portal", system.portal())
        .get(service)
        .port();
  }
}
