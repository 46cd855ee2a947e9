package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.auth.TokenCodec;
import id.tixgo.common.config.ConfigException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A service that a setting says is elsewhere: whether it answers there, and by which clock.
 *
 * @param base where; fails with a {@link ConfigException} when the setting can't be read
 */
record NeighbourCheck(String service, Supplier<URI> base, Probe probe) implements Check {
  private static final Duration MOST = Duration.ofSeconds(TokenCodec.CLOCK_SKEW_SECONDS);
  private static final Duration MUCH = Duration.ofSeconds(2);

  NeighbourCheck {
    requireNonNull(service);
    requireNonNull(base);
    requireNonNull(probe);
  }

  @Override
  public String subject() {
    return service.toUpperCase(Locale.ROOT) + "_BASE_URL";
  }

  @Override
  public List<Finding> look() {
    try {
      return judge(base.get());
    } catch (ConfigException e) {
      return List.of(Finding.fail(e.getMessage()));
    }
  }

  private List<Finding> judge(URI at) {
    try {
      HealthReport report = probe.ask(at);
      return report.service().equals(service) ? known(at, report) : List.of(wrong(at, report));
    } catch (IOException e) {
      String sentence = subject() + ": " + service + " doesn't answer at " + at;
      return List.of(Finding.warn(sentence + ". Start it, or correct the address."));
    }
  }

  private Finding wrong(URI at, HealthReport report) {
    String who = report.service().isEmpty() ? "nothing of TixGo" : report.service();
    String sentence = subject() + ": at " + at + " answers " + who + ", not " + service + ".";
    return Finding.fail(sentence + " Correct the address.");
  }

  private List<Finding> known(URI at, HealthReport report) {
    List<Finding> findings = new ArrayList<>();
    String answers = subject() + ": " + service + " answers at " + at;
    findings.add(
        report.down().isEmpty()
            ? Finding.ok(answers + ".")
            : Finding.warn(
                answers
                    + " but isn't ready, for want of: "
                    + String.join(", ", report.down())
                    + ". Look there first."));
    report.ahead().ifPresent(ahead -> findings.add(clock(ahead)));
    return findings;
  }

  /** By how much its clock is ahead. */
  Finding clock(Duration ahead) {
    Duration apart = ahead.abs();
    if (apart.compareTo(MUCH) <= 0) {
      return Finding.ok("The clock of " + service + " and this machine's agree.");
    }
    String sentence =
        String.format(
            Locale.ROOT,
            "The clock of %s is %d s %s this machine's; beyond %d s tokens are refused."
                + " Set both by NTP: timedatectl set-ntp true.",
            service,
            Math.round(apart.toMillis() / 1000.0),
            ahead.isNegative() ? "behind" : "ahead of",
            MOST.toSeconds());
    return apart.compareTo(MOST) > 0 ? Finding.fail(sentence) : Finding.warn(sentence);
  }
}
