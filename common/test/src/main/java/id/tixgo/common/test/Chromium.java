package id.tixgo.common.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Contexts in the machine's own Chromium; a page that complains on its console fails the test. A
 * browser of the same flags is started once in a JVM, which ends it.
 */
public final class Chromium implements AutoCloseable {
  private static final int PATIENCE_MS = 30_000;
  private static final Map<List<String>, Browser> STARTED = new HashMap<>();

  private final Browser browser;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> forgiven = new ArrayList<>();

  /** Aborts the test, and says so, where there is no Chromium. */
  public Chromium(List<String> flags) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    browser = STARTED.computeIfAbsent(flags, Chromium::start);
  }

  private static Browser start(List<String> flags) {
    Path executable = executable();
    return Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
        .chromium()
        .launch(
            new LaunchOptions()
                .setExecutablePath(executable)
                .setChromiumSandbox(false)
                .setIgnoreDefaultArgs(
                    roomToShare() ? List.of("--disable-dev-shm-usage") : List.of())
                .setArgs(flags));
  }

  /** Whether pages may be shared in memory instead of in files; small containers have no room. */
  private static boolean roomToShare() {
    return new File("/dev/shm").getUsableSpace() > 1L << 30;
  }

  /** Its build without a window, which starts and draws quicker, where there is one. */
  public static Path executable() {
    return Stream.of("chromium-headless-shell", "chromium")
        .flatMap(Chromium::named)
        .findFirst()
        .orElseGet(Chromium::skip);
  }

  private static Stream<Path> named(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable);
  }

  private static Path skip() {
    System.err.println("SKIPPED: there is no chromium on this machine to open the pages with");
    return abort("no chromium");
  }

  /** A browser of its own: no storage, cookie or login is shared with another. */
  public Page open(String url, NewContextOptions options) {
    BrowserContext context = browser.newContext(url.isEmpty() ? options : options.setBaseURL(url));
    contexts.add(context);
    context.setDefaultTimeout(PATIENCE_MS);
    return watched(context.newPage());
  }

  /** Another tab of the same browser. */
  public Page tab(Page page) {
    return watched(page.context().newPage());
  }

  /**
   * Waits until a script's value is true, or a promise of it. Playwright's own way to wait for that
   * asks a second time in the page, where the content security policy forbids it.
   */
  public static void await(Page page, String script) {
    String asked = "Promise.resolve(" + script + ").then(Boolean)";
    Eventually.await(script, () -> page.evaluate(asked).equals(true));
  }

  /** What a page may say, before or after, since the test made it so. */
  public void forgive(String part) {
    forgiven.add(part);
  }

  private Page watched(Page page) {
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text() + " " + message.location());
          }
        });
    return page;
  }

  /** Fails with what pages have complained of since the last time. */
  public void expectNoComplaints() {
    complaints.removeIf(line -> forgiven.stream().anyMatch(line::contains));
    List<String> rest = List.copyOf(complaints);
    complaints.clear();
    forgiven.clear();
    assertEquals(List.of(), rest);
  }

  @Override
  public void close() {
    contexts.forEach(BrowserContext::close);
    expectNoComplaints();
  }
}
