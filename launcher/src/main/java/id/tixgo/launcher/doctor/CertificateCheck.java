package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.TlsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether the certificate of public ports is good for some time, and its key is nobody else's. */
record CertificateCheck(TlsConfig tls, Clock clock) implements Check {
  private static final Duration SOON = Duration.ofDays(14);
  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

  CertificateCheck {
    requireNonNull(tls);
    requireNonNull(clock);
  }

  CertificateCheck(TlsConfig tls) {
    this(tls, Clock.systemUTC());
  }

  @Override
  public String subject() {
    return TlsConfig.CERTIFICATE;
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>(List.of(age()));
    if (isReadByOthers()) {
      findings.add(
          Finding.warn(
              TlsConfig.KEY
                  + ": anybody on this machine can read the key. Take that away: chmod o= "
                  + tls.key()
                  + "."));
    }
    return findings;
  }

  private Finding age() {
    Instant now = clock.instant();
    Instant begin = tls.atStart().own().getNotBefore().toInstant();
    Duration left = Duration.between(now, tls.atStart().end());
    if (now.isBefore(begin)) {
      return Finding.fail(subject() + " isn't good before " + begin + ". Look at the clock.");
    }
    if (left.isNegative()) {
      return Finding.fail(subject() + " ended on " + tls.atStart().end() + ". Renew it.");
    }
    String sentence = subject() + " is good for " + left.toDays() + " days more";
    return left.compareTo(SOON) < 0
        ? Finding.warn(sentence + ". Renew it; it counts without a restart.")
        : Finding.ok(sentence + ".");
  }

  private boolean isReadByOthers() {
    try {
      Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(tls.key());
      return OF_OTHERS.stream().anyMatch(allowed::contains);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
