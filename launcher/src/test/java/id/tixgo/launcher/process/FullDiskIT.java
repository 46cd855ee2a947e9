package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a file system that fills up. Needs root, to mount a small one. */
@Alone
class FullDiskIT {
  private Path folder;

  @BeforeEach
  void mount() throws IOException {
    folder = Files.createTempDirectory("tixgo-small-disk");
    if (run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()) != 0) {
      System.out.println("FullDiskIT IS SKIPPED: only root can mount a small file system");
      abort("only root can mount a small file system");
    }
  }

  @AfterEach
  void unmount() throws IOException {
    run("umount", "-l", folder.toString());
  }

  @Test
  void aFullDiskShouldRefuseChangesAndLoseNothing() throws IOException {
    Map<String, String> settings = Tixgo.settings("DATA_DIR", folder.resolve("data").toString());
    String port = settings.get("ATTENDANCE_PORT");
    Set<String> answered = new HashSet<>();
    try (Tixgo system = Tixgo.start("all", settings).awaitAll(settings)) {
      String token = Tixgo.logIn(settings.get("IDENTITY_PORT"));
      Path ballast = fill();
      HttpResponse<String> refusal = checkInUntilRefused(port, token, answered);
      assertEquals(503, refusal.statusCode(), refusal::body);
      assertEquals("STORE_UNAVAILABLE", new JsonObject(refusal.body()).getString("code"));
      assertEquals("1", refusal.headers().firstValue("Retry-After").orElse(""));
      assertEquals(503, Tixgo.status("GET", port, "/health/ready", "", ""));
      assertEquals(200, Tixgo.status("GET", port, "/health", "", ""));
      assertEquals(answered, Stored.in(settings).ticketToRecord().keySet());
      Files.delete(ballast);
      system.await(() -> Tixgo.status("GET", port, "/health/ready", "", "") == 200);
      assertEquals(201, checkIn(port, token, "after", answered).statusCode());
      system.kill();
    }
    try (Tixgo system = Tixgo.start("all", settings)) {
      system.awaitAll(settings);
      assertEquals(answered, Stored.in(settings).ticketToRecord().keySet());
    }
  }

  private Path fill() throws IOException {
    Path ballast = folder.resolve("ballast");
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (folder.toFile().getUsableSpace() > 16_384) {
        out.write(new byte[4096]);
      }
    }
    return ballast;
  }

  private static HttpResponse<String> checkInUntilRefused(
      String port, String token, Set<String> answered) throws IOException {
    for (int i = 0; i < 10_000; i++) {
      HttpResponse<String> answer = checkIn(port, token, "T" + i, answered);
      if (answer.statusCode() != 201) {
        return answer;
      }
    }
    throw new AssertionError("the disk never filled up");
  }

  private static HttpResponse<String> checkIn(
      String port, String token, String ticket, Set<String> answered) throws IOException {
    HttpResponse<String> answer = Tixgo.send("POST", port, "/checkins", token, Load.scan(ticket));
    if (answer.statusCode() == 201) {
      assertTrue(answered.add(ticket));
    }
    return answer;
  }

  private static int run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
