package id.tixgo.launcher.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.config.Env;
import id.tixgo.common.config.TlsConfig;
import id.tixgo.common.test.OwnSigned;
import id.tixgo.common.test.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** For how long a certificate is good, and who can read its key. */
class CertificateCheckTest {
  private static final OwnSigned OWN = OwnSigned.in(RunningSystem.newFolder());
  private static final TlsConfig TLS = TlsConfig.from(new Env(OWN.settings())).orElseThrow();

  @BeforeAll
  static void lock() throws IOException {
    readable("rw-------");
  }

  @Test
  void timeThatIsLeftShouldBeTold() {
    Findings.expect(Finding.Level.OK, lookBefore(Duration.ofDays(20)), "TLS_CERT", "20 days more");
    Findings.expect(Finding.Level.WARN, lookBefore(Duration.ofDays(13)), "13 days more. Renew it");
    Findings.expect(Finding.Level.FAIL, lookBefore(Duration.ofDays(-1)), "TLS_CERT ended on ");
    Findings.expect(Finding.Level.FAIL, lookBefore(Duration.ofDays(9999)), "Look at the clock.");
  }

  @Test
  void aKeyThatAnybodyReadsShouldBeAWarning() throws IOException {
    readable("rw-r--r--");
    try {
      List<Finding> findings = lookBefore(Duration.ofDays(20));
      assertEquals(2, findings.size());
      Findings.expect(Finding.Level.WARN, findings.subList(1, 2), "TLS_KEY", "chmod o= ");
    } finally {
      readable("rw-------");
    }
  }

  private static List<Finding> lookBefore(Duration end) {
    Instant now = TLS.atStart().end().minus(end);
    return new CertificateCheck(TLS, Clock.fixed(now, ZoneOffset.UTC)).look();
  }

  private static void readable(String by) throws IOException {
    Files.setPosixFilePermissions(OWN.key(), PosixFilePermissions.fromString(by));
  }
}
