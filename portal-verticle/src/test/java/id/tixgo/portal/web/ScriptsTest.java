package id.tixgo.portal.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts that decide, without a browser: each function that a file of {@code src/test/js}
 * exports is a test. {@code x-test.js} sees the scripts of the web application, with those of
 * {@code fakes} in the place of what needs a network or a database, but for {@code x.js} itself.
 */
class ScriptsTest {
  private static final Path SCRIPTS = Path.of("src/main/resources/web/js");
  private static final Path TESTS = Path.of("src/test/js");
  private static final String SUFFIX = "-test.js";

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicContainer> scripts() throws IOException {
    List<Path> files = scriptsIn(TESTS).filter(f -> f.toString().endsWith(SUFFIX)).toList();
    assertFalse(files.isEmpty());
    return files.stream()
        .map(file -> gathered(file.getFileName().toString()))
        .map(file -> dynamicContainer(file.getFileName().toString(), tests(file)));
  }

  /** The test in a directory of its own, with all that it sees. */
  private Path gathered(String test) {
    try {
      Path target = Files.createDirectory(directory.resolve(test.replace(SUFFIX, "")));
      String tested = test.replace(SUFFIX, ".js");
      copy(scriptsIn(SCRIPTS), target);
      copy(scriptsIn(TESTS.resolve("fakes")).filter(fake -> !fake.endsWith(tested)), target);
      copy(scriptsIn(TESTS), target);
      return target.resolve(test);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<DynamicTest> tests(Path file) {
    try (Context context = context()) {
      Set<String> names = Set.copyOf(load(context, file).getMemberKeys());
      return names.stream().sorted().map(name -> dynamicTest(name, () -> run(file, name)));
    }
  }

  /** Each test has scripts of its own: what one leaves behind is nothing to the next. */
  private static void run(Path file, String name) {
    try (Context context = context()) {
      Value result = load(context, file).invokeMember(name);
      if (result.canInvokeMember("then")) {
        Outcome outcome = new Outcome();
        result.invokeMember("then", outcome.succeeds(), outcome.fails());
        outcome.check();
      }
    }
  }

  /** How a promise was settled; nothing in the scripts waits for anything but promises. */
  private static final class Outcome {
    private boolean settled;
    private String failure = "";

    ProxyExecutable succeeds() {
      return values -> settled = true;
    }

    ProxyExecutable fails() {
      return values -> {
        settled = true;
        failure = values[0].getMember("stack").asString();
        return null;
      };
    }

    void check() {
      if (!settled || !failure.isEmpty()) {
        throw new AssertionError(settled ? failure : "The test never ends.");
      }
    }
  }

  private static Context context() {
    return Context.newBuilder("js")
        .allowIO(IOAccess.ALL)
        .option("engine.WarnInterpreterOnly", "false")
        .allowExperimentalOptions(true)
        .option("js.esm-eval-returns-exports", "true")
        .build();
  }

  private static Value load(Context context, Path file) {
    try {
      String type = "application/javascript+module";
      return context.eval(Source.newBuilder("js", file.toFile()).mimeType(type).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Stream<Path> files, Path target) throws IOException {
    for (Path file : files.toList()) {
      Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Stream<Path> scriptsIn(Path from) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }
}
