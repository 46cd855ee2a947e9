package id.tixgo.portal.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.AddScriptTagOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import id.tixgo.common.http.WebJar;
import id.tixgo.common.test.Chromium;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the tools of the trade say of the web application's scripts. They run in Chromium, which the
 * other tests need anyway. With {@code -Dscripts.write} the scripts are written as Prettier has
 * them.
 */
class ScriptToolsIT {
  private static final Path WEB = Path.of("src/main/resources/web");
  private static final Path TOOLS = Path.of("src/test/js/tools");
  private static final Map<String, String> JARS =
      Map.of("typescript", folder("typescript") + "/lib/", "prettier", folder("prettier") + "/");

  private Chromium chromium;
  private Page page;

  @BeforeEach
  void open() {
    chromium = new Chromium(List.of());
    page = chromium.open("http://tools.test", new NewContextOptions());
    page.setDefaultTimeout(120_000);
    page.route("**/*", ScriptToolsIT::serve);
    page.navigate("/");
    chromium.forgive("404");
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  @Test
  void typescriptShouldFindNoFault() throws IOException {
    load("/typescript/typescript.js", "/tools/types.js");
    List<String> files = new ArrayList<>(scripts());
    files.add("/tools/libraries.d.ts");
    Object settings = json("jsconfig.json").getMap();
    assertEquals(List.of(), page.evaluate("faultsOf", List.of(settings, files)));
  }

  @Test
  void prettierShouldHaveNothingToChange() throws IOException {
    load("/prettier/standalone.js", "/prettier/plugins/babel.js", "/prettier/plugins/estree.js");
    Map<String, Object> settings = json(".prettierrc.json").put("parser", "babel").getMap();
    List<String> others = new ArrayList<>();
    for (String script : scripts()) {
      Path file = file(script);
      String text = Files.readString(file);
      String formatted = formatted(text, settings);
      if (Boolean.getBoolean("scripts.write")) {
        Files.writeString(file, formatted);
      } else if (!text.equals(formatted)) {
        others.add(script);
      }
    }
    assertEquals(List.of(), others, "make fmt writes them as they should be");
  }

  private String formatted(String text, Map<String, Object> settings) {
    return (String)
        page.evaluate(
            "([text, settings]) => prettier.format(text, { ...settings, plugins: prettierPlugins })",
            List.of(text, settings));
  }

  private void load(String... urls) {
    Stream.of(urls).forEach(url -> page.addScriptTag(new AddScriptTagOptions().setUrl(url)));
  }

  private static List<String> scripts() throws IOException {
    try (Stream<Path> files = Files.walk(WEB.resolve("js"))) {
      List<String> scripts =
          files
              .filter(file -> file.toString().endsWith(".js"))
              .map(file -> "/" + WEB.relativize(file))
              .sorted()
              .toList();
      assertFalse(scripts.isEmpty());
      return scripts;
    }
  }

  private static void serve(Route route) {
    String path = URI.create(route.request().url()).getPath();
    try {
      route.fulfill(new FulfillOptions().setBodyBytes(bytes(path)));
    } catch (IOException | NullPointerException e) {
      route.fulfill(new FulfillOptions().setStatus(404));
    }
  }

  private static byte[] bytes(String path) throws IOException {
    String[] parts = path.split("/", 3);
    if (path.equals("/")) {
      return new byte[0];
    }
    return JARS.containsKey(parts[1])
        ? WebJar.read(JARS.get(parts[1]) + parts[2])
        : Files.readAllBytes(file(path));
  }

  /** The address of a script begins where the browser's does. */
  private static Path file(String path) {
    String name = path.substring(1);
    return name.startsWith("tools/") ? TOOLS.resolveSibling(name) : WEB.resolve(name);
  }

  private static JsonObject json(String name) throws IOException {
    return new JsonObject(Files.readString(Path.of(name)));
  }

  private static String folder(String name) {
    return WebJar.folder("org.webjars.npm", name);
  }
}
