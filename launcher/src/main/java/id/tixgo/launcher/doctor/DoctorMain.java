package id.tixgo.launcher.doctor;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.launcher.ServiceRegistry;
import java.io.PrintStream;
import java.util.List;

/**
 * {@code tixgo doctor [SERVICE…]}: looks at what those services need, all of them if none is named,
 * before a start or while they run. Exit code 0 when nothing failed, 1 when something did.
 */
public final class DoctorMain {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private DoctorMain() {}

  public static void main(String[] arguments) {
    System.setProperty("LOG_LEVEL", "OFF");
    System.setProperty("LOG_FILE", "");
    List<String> names = List.of(arguments).subList(1, arguments.length);
    try {
      System.exit(run(names, new Env(System.getenv()), System.out));
    } catch (ConfigException e) {
      System.err.println("tixgo: " + e.getMessage());
      System.exit(USAGE);
    }
  }

  /**
   * Writes a line a finding and one that counts them; returns the exit code. Throws {@link
   * ConfigException} when there is no service of one of the names.
   */
  static int run(List<String> names, Env env, PrintStream out) {
    List<String> services = names.isEmpty() ? List.of(ServiceRegistry.ALL) : names;
    List<Finding> findings = Examination.of(Checks.of(Installation.of(services, env)));
    findings.forEach(finding -> out.println(finding.line()));
    return summarise(findings, out);
  }

  private static int summarise(List<Finding> findings, PrintStream out) {
    long failed = count(findings, Finding.Level.FAIL);
    out.println(
        count(findings, Finding.Level.OK)
            + " ok, "
            + count(findings, Finding.Level.WARN)
            + " to be looked at, "
            + failed
            + " failed.");
    return failed == 0 ? 0 : FAILED;
  }

  private static long count(List<Finding> findings, Finding.Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }
}
