package id.tixgo.launcher.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.Env;
import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RawOrigin;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of it all. */
class DoctorMainTest {
  private static final String SECRET =
      "5f1c0a7be2d94836a1cc47e09b3d62f8805e714ab9263cd1f7e8409a52bd1367";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, String> settings = new HashMap<>();

  @Test
  void beforeTheFirstStartNothingShouldFailOrBeMade() {
    settings();
    assertEquals(0, run(List.of()), this::text);
    for (String name : ServiceDescriptors.names()) {
      assertTrue(text().contains("ok    " + variable(name) + "_PORT: port "), text());
    }
    assertTrue(text().contains("ok    WALLET_TRANSFERS_PORT: port "), text());
    assertTrue(text().endsWith(" 0 failed.\n"), text());
    assertFalse(text().contains(SECRET), text());
    assertFalse(Files.exists(Path.of(settings.get("DATA_DIR"))));
  }

  @Test
  void whatRunsShouldBeFine() {
    settings();
    settings.put("IDENTITY_BASE_URL", "http://127.0.0.1:" + settings.get("IDENTITY_PORT"));
    try (RunningSystem system = new RunningSystem(List.of("identity"), settings)) {
      system.identity().get("/health/ready").expect(200);
      assertEquals(0, run(List.of("identity")), this::text);
    }
    assertTrue(text().contains("has identity, which runs."), text());
    assertTrue(text().contains("  The clock of identity "), text());
  }

  @Test
  void allThatIsWrongShouldBeToldAtOnce() throws IOException {
    settings();
    settings.put("JWT_SECRET", RunningSystem.SECRET);
    settings.put("DATA_DIR", Files.createFile(folder.resolve("file")).toString());
    Vertx vertx = Vertx.vertx();
    try {
      RawOrigin.listen(vertx, settings.get("EVENT_PORT")).saysAndHangsUp("220 mail\r\n");
      assertEquals(1, run(List.of("event")), this::text);
    } finally {
      RunningSystem.await(vertx.close());
    }
    assertTrue(text().contains("FAIL  JWT_SECRET is a short text over and over"), text());
    assertTrue(text().contains("FAIL  EVENT_PORT: port "), text());
    assertTrue(text().contains("FAIL  DATA_DIR: "), text());
    assertTrue(text().endsWith(" 3 failed.\n"), text());
    assertFalse(text().contains(RunningSystem.SECRET), text());
  }

  private void settings() {
    settings.put("JWT_SECRET", SECRET);
    settings.put("ADMIN_USERNAME", "admin");
    settings.put("ADMIN_PASSWORD", "0f3ad98c1177b2e46d");
    settings.put("DATA_DIR", folder.resolve("data").toString());
    settings.put("BIND_HOST", "127.0.0.1");
    settings.put("MANAGEMENT_PORT", "off");
    ServiceDescriptors.names()
        .forEach(name -> settings.put(variable(name) + "_PORT", FreePort.next()));
    settings.put("WALLET_TRANSFERS_PORT", FreePort.next());
  }

  @Test
  void theSecondPortOfWalletShouldBeLookedAtToo() {
    settings();
    Vertx vertx = Vertx.vertx();
    try {
      RawOrigin.listen(vertx, settings.get("WALLET_TRANSFERS_PORT")).saysAndHangsUp("220 mail\r\n");
      assertEquals(1, run(List.of("wallet")), this::text);
    } finally {
      RunningSystem.await(vertx.close());
    }
    assertTrue(text().contains("FAIL  WALLET_TRANSFERS_PORT: port "), text());
    assertTrue(text().endsWith(" 1 failed.\n"), text());
  }

  private static String variable(String service) {
    return service.toUpperCase(Locale.ROOT);
  }

  private int run(List<String> names) {
    PrintStream stream = new PrintStream(out, /* autoFlush= */ true, UTF_8);
    return DoctorMain.run(names, new Env(settings), stream);
  }

  private String text() {
    return out.toString(UTF_8);
  }
}
