package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.config.ServerCertificate;
import id.tixgo.common.test.OwnSigned;
import id.tixgo.common.test.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Certificate and key of public ports, as they are given. */
class ServerCertificateTest {
  private static final OwnSigned OWN = OwnSigned.in(RunningSystem.newFolder());
  private static final OwnSigned OTHER = OwnSigned.in(RunningSystem.newFolder());

  @Test
  void aPairShouldBeReadAndSayNothingOfTheKey() {
    ServerCertificate read = ServerCertificate.read(OWN.certificate(), OWN.key());
    assertEquals(OWN.read(), read.own());
    assertTrue(read.toString().startsWith("CN=localhost, good until "), read.toString());
  }

  /** As {@code openssl ec} and Caddy write it: without the name of its algorithm. */
  @Test
  void aKeyOfOneAlgorithmShouldBeRead() throws IOException {
    byte[] whole = ServerCertificate.read(OWN.certificate(), OWN.key()).key().getEncoded();
    int algorithm = 2 + 3;
    int bare = algorithm + 2 + whole[algorithm + 1] + 2;
    Path file = RunningSystem.newFolder().resolve("ec.pem");
    String text =
        Base64.getMimeEncoder().encodeToString(Arrays.copyOfRange(whole, bare, whole.length));
    Files.writeString(
        file, "-----BEGIN EC PRIVATE KEY-----\n" + text + "\n-----END EC PRIVATE KEY-----\n");
    assertEquals(OWN.read(), ServerCertificate.read(OWN.certificate(), file).own());
  }

  @Test
  void aStartWithTheWrongKeyShouldSaySo() {
    Map<String, String> settings =
        Map.of("TLS_CERT", OWN.certificate().toString(), "TLS_KEY", OTHER.key().toString());
    assertEquals("TLS_KEY isn't the key of TLS_CERT.", refusal(settings));
  }

  @Test
  void aStartWithFilesOfNoUseShouldNameThem() throws IOException {
    Path folder = RunningSystem.newFolder();
    Path locked = folder.resolve("locked.pem");
    Files.writeString(
        locked,
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
    Map<String, String> settings = new HashMap<>(OWN.settings());
    settings.put("TLS_KEY", locked.toString());
    assertTrue(refusal(settings).endsWith("holds no key in PEM, or one with a password."));
    settings.put("TLS_CERT", folder.resolve("none.pem").toString());
    assertTrue(refusal(settings).endsWith("none.pem, which can't be read."));
    settings.put("TLS_CERT", locked.toString());
    assertTrue(refusal(settings).endsWith("which holds no certificate in PEM."));
  }

  @Test
  void oneWithoutTheOtherShouldBeRefused() {
    assertEquals(
        "Set both TLS_CERT and TLS_KEY, or none.",
        refusal(Map.of("TLS_CERT", OWN.certificate().toString())));
  }

  /** Of the sentence with which a start would end. */
  private static String refusal(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("JWT_SECRET", RunningSystem.SECRET);
    all.put("STORE", "memory");
    Env env = new Env(all);
    return assertThrows(ConfigException.class, () -> Launch.of(List.of("identity"), env))
        .getMessage();
  }
}
