package id.tixgo.launcher.process;

import static java.util.Comparator.comparing;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The newest JDK of this machine besides the one that runs the tests: among the folders of {@code
 * TIXGO_JDKS}, between colons, or those under {@code /usr/lib/jvm}.
 */
@Alone
class NewestJdkIT {
  private static final Path SYSTEM = Path.of("/usr/lib/jvm");

  @ParameterizedTest(name = "CLUSTER={0}")
  @ValueSource(strings = {"false", "true"})
  void theSmokeTestShouldPassWithoutAWarning(String cluster) throws Exception {
    Path jdk = newest().orElseGet(NewestJdkIT::skip);
    Map<String, String> settings =
        Tixgo.settings("JAVA_HOME", jdk.toString(), "LOG_FORMAT", "json", "CLUSTER", cluster);
    settings.put("CLUSTER_CONFIG", Tixgo.HOME.resolve("cluster.xml").toString());
    try (Tixgo tixgo = Tixgo.start("all", settings)) {
      tixgo.awaitAll(settings);
      Shell.runBeside(settings, "./smoke-test.sh $IDENTITY $ATTENDANCE $PORTAL $GATEWAY");
      assertTrue(tixgo.log().contains("Java " + version(jdk).feature()), tixgo::log);
      assertTrue(tixgo.log().lines().allMatch(line -> line.startsWith("{")), tixgo::log);
    }
  }

  private static Path skip() {
    String why = "SKIPPED: no second JDK, 17 or newer, in TIXGO_JDKS or " + SYSTEM;
    System.err.println(why);
    return abort(why);
  }

  private static Optional<Path> newest() {
    return homes()
        .filter(home -> Files.isExecutable(home.resolve("bin/java")))
        .filter(home -> version(home).feature() >= 17)
        .filter(home -> version(home).feature() != Runtime.version().feature())
        .max(comparing(NewestJdkIT::version));
  }

  private static Stream<Path> homes() {
    String list = System.getenv().getOrDefault("TIXGO_JDKS", "");
    if (!list.isEmpty()) {
      return Stream.of(list.split(File.pathSeparator, -1)).map(Path::of);
    }
    return Stream.ofNullable(SYSTEM.toFile().listFiles()).flatMap(Stream::of).map(File::toPath);
  }

  /** As its file {@code release} has it; 1 when there is none, or one of old that can't be read. */
  private static Runtime.Version version(Path home) {
    Properties release = new Properties();
    try (Reader file = Files.newBufferedReader(home.resolve("release"))) {
      release.load(file);
      return Runtime.Version.parse(release.getProperty("JAVA_VERSION").replace("\"", ""));
    } catch (IOException | RuntimeException e) {
      return Runtime.Version.parse("1");
    }
  }
}
