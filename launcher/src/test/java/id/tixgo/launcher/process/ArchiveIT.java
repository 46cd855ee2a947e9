package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backup, restore, export and import, as an operator types them. */
@Alone
class ArchiveIT {
  private static Map<String, String> stopped;

  @TempDir Path folder;

  private record Said(int exitCode, String text) {
    Said expect(int expected) {
      assertEquals(expected, exitCode, text);
      return this;
    }
  }

  @Test
  void aBackupOfABusySystemShouldBringBackAllThatWasAnsweredBefore() throws IOException {
    Map<String, String> settings = Tixgo.settings();
    Path archive = folder.resolve("backup.zip");
    try (Tixgo system = Tixgo.start("all", settings).awaitAll(settings)) {
      Load before = new Load(settings, "busy").start();
      system.await(() -> before.ticketToRecord.size() > 100);
      Load snapshot = before.soFar();
      tixgo(settings, "backup", archive.toString()).expect(0);
      Stored restored = restored(archive);
      restored.expect(snapshot);
      system.kill();
      before.join();
    }
  }

  @Test
  void aRestoreShouldReplaceNothingUnasked() throws IOException {
    Map<String, String> settings = filled();
    Path archive = folder.resolve("backup.zip");
    tixgo(settings, "backup", archive.toString()).expect(0);
    Said refused = tixgo(settings, "restore", archive.toString()).expect(2);
    assertTrue(refused.text().contains("use --force to replace all of it"), refused::text);
    tixgo(settings, "restore", archive.toString(), "--force").expect(0);
    Files.write(archive, "no archive".getBytes(StandardCharsets.UTF_8));
    tixgo(settings, "restore", archive.toString(), "--force").expect(2);
    assertEquals(3, start(settings).ticketToRecord().size());
  }

  @Test
  void anArchiveThatLacksAStoreShouldReplaceNothing() throws IOException {
    Map<String, String> settings = filled();
    Path archive = folder.resolve("empty.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.finish();
    }
    Said refused = tixgo(settings, "restore", archive.toString(), "--force").expect(2);
    assertTrue(refused.text().contains("holds nothing of the store "), refused::text);
    assertFalse(Files.exists(Path.of(settings.get("DATA_DIR"), ".draft")));
    Path none = Files.writeString(folder.resolve("none.ndjson"), "");
    tixgo(settings, "import", none.toString(), "--force").expect(2);
    assertEquals(3, start(settings).ticketToRecord().size());
  }

  @Test
  void noServiceShouldStartOnHalfARestore() throws IOException {
    Map<String, String> settings = filled();
    Path archive = folder.resolve("backup.zip");
    tixgo(settings, "backup", archive.toString()).expect(0);
    Path data = Path.of(settings.get("DATA_DIR"));
    Files.createDirectories(data.resolve(".replacing/attendance"));
    Files.move(
        data.resolve("attendance/journal-00000001"),
        data.resolve(".replacing/attendance/journal-00000001"));
    Tixgo cutOff = Tixgo.start("all", settings);
    assertNotEquals(0, cutOff.awaitExit(30));
    assertTrue(cutOff.log().contains("do it again, with --force"), cutOff::log);
    assertTrue(tixgo(settings, "backup", archive.toString()).expect(2).text().contains("cut off"));
    tixgo(settings, "restore", archive.toString(), "--force").expect(0);
    assertEquals(3, start(settings).ticketToRecord().size());
  }

  @Test
  void anImportedRecordShouldHaveWhatItBuildsOn() throws IOException {
    Map<String, String> settings = filled();
    String alone =
        "{\"v\":2,\"store\":\"attendance\",\"entry\":{\"resolution\":{\"event_id\":\"e1\","
            + "\"ticket_id\":\"T\",\"staff\":\"a\",\"at\":\"2026-01-03T13:25:53.415880Z\","
            + "\"note\":\"x\",\"conflict\":1,\"seq\":2}}}\n";
    Path file = Files.writeString(folder.resolve("odd.ndjson"), alone);
    Said refused = tixgo(settings, "import", file.toString(), "--force").expect(2);
    assertTrue(refused.text().contains("line 1"), refused::text);
    assertEquals(3, start(settings).ticketToRecord().size());
  }

  @Test
  void aRestoreShouldKeepItsHandsOffARunningSystem() throws IOException {
    Map<String, String> settings = filled();
    Path archive = folder.resolve("backup.zip");
    tixgo(settings, "backup", archive.toString()).expect(0);
    try (Tixgo system = Tixgo.start("all", settings)) {
      system.awaitAll(settings);
      Said refused = tixgo(settings, "restore", archive.toString(), "--force").expect(2);
      assertTrue(refused.text().contains("in use by another TixGo"), refused::text);
      assertEquals(3, Stored.in(settings).ticketToRecord().size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"backup", "export"})
  void nothingShouldBeMadeOfNothing(String verb) throws IOException {
    Path file = Files.writeString(folder.resolve("of-yesterday"), "good");
    Said refused = tixgo(Tixgo.settings(), verb, file.toString()).expect(2);
    assertTrue(refused.text().contains("holds nothing of TixGo"), refused::text);
    assertEquals("good", Files.readString(file));
    Map<String, String> wrong = Tixgo.settings("DATA_DIR", folder.resolve("typo").toString());
    tixgo(wrong, verb, "-").expect(2);
    assertFalse(Files.exists(folder.resolve("typo")));
  }

  @Test
  void anImportShouldMakeTheSameOfAnExport() throws IOException {
    Map<String, String> settings = filled();
    Path export = folder.resolve("all.ndjson");
    tixgo(settings, "export", export.toString()).expect(0);
    assertFalse(Files.readString(export).contains("admin-secret"));
    assertEquals(List.of("a", "b", "c"), scannedTickets(export));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(export)));
    Map<String, String> other = Tixgo.settings();
    tixgo(other, "import", export.toString()).expect(0);
    assertEquals(start(settings), start(other));
    Files.writeString(export, Files.readString(export).replaceFirst("\"v\":\\d+", "\"v\":99"));
    Said refused = tixgo(Tixgo.settings(), "import", export.toString()).expect(2);
    assertTrue(refused.text().contains("line 1"), refused::text);
  }

  /** As the README shows it with jq. */
  private static List<String> scannedTickets(Path export) throws IOException {
    return Files.readAllLines(export).stream()
        .map(JsonObject::new)
        .filter(line -> line.getString("store").equals("attendance"))
        .map(line -> line.getJsonObject("entry").getJsonObject("scan").getString("ticket_id"))
        .toList();
  }

  /** A system that has stopped after three check-ins. */
  @BeforeAll
  static void fill() throws IOException {
    stopped = Tixgo.settings();
    try (Tixgo system = Tixgo.start("all", stopped).awaitAll(stopped)) {
      String token = Tixgo.logIn(stopped.get("IDENTITY_PORT"));
      for (String ticket : List.of("a", "b", "c")) {
        String port = stopped.get("ATTENDANCE_PORT");
        Tixgo.send("POST", port, "/checkins", token, Load.scan(ticket));
      }
      system.terminate();
      assertEquals(0, system.awaitExit(30));
    }
  }

  /** The same, with a copy of its data. */
  private static Map<String, String> filled() throws IOException {
    Map<String, String> settings = Tixgo.settings();
    Path from = Path.of(stopped.get("DATA_DIR"));
    Path to = Path.of(settings.get("DATA_DIR"));
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(one -> !one.equals(from)).toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return settings;
  }

  private static Stored restored(Path archive) throws IOException {
    Map<String, String> settings = Tixgo.settings();
    tixgo(settings, "restore", archive.toString()).expect(0);
    return start(settings);
  }

  private static Stored start(Map<String, String> settings) throws IOException {
    try (Tixgo system = Tixgo.start("all", settings)) {
      system.awaitAll(settings);
      return Stored.in(settings);
    }
  }

  private static Said tixgo(Map<String, String> settings, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(Tixgo.HOME.resolve("bin/tixgo").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(settings);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return new Said(process.exitValue(), text);
  }
}
