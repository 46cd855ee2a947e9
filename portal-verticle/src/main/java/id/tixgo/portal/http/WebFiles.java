package id.tixgo.portal.http;

import id.tixgo.common.http.ETags;
import id.tixgo.common.http.WebJar;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The web application: the files of {@code web/}, and those of its libraries under {@code /lib/}
 * without their versions. All are in memory: a request reads no file, and no path leads to another.
 */
public final class WebFiles implements Handler<RoutingContext> {
  private static final String GROUP = "org.webjars.npm";
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "lit-element.js", webJar("lit-element", "lit-element.js"),
          "reactive-element.js", webJar("lit__reactive-element", "reactive-element.js"),
          "css-tag.js", webJar("lit__reactive-element", "css-tag.js"),
          "lit-html.js", webJar("lit-html", "lit-html.js"),
          "directive.js", webJar("lit-html", "directive.js"),
          "directive-helpers.js", webJar("lit-html", "directive-helpers.js"),
          "directives/repeat.js", webJar("lit-html", "directives/repeat.js"),
          "idb.js", webJar("idb", "build/index.js"),
          "wrap-idb-value.js", webJar("idb", "build/wrap-idb-value.js"),
          "html5-qrcode.js", webJar("html5-qrcode", "html5-qrcode.min.js"));

  private final Map<String, WebFile> pathToFile;
  private final Map<String, String> headers;

  private WebFiles(Map<String, WebFile> pathToFile, Map<String, String> headers) {
    this.pathToFile = Map.copyOf(pathToFile);
    this.headers = Map.copyOf(headers);
  }

  /** Reads every file; blocks. */
  public static WebFiles load() throws IOException {
    Map<String, WebFile> files = new HashMap<>();
    WebBundles.bundled(WebFolder.read())
        .forEach((name, bytes) -> files.put("/" + name, WebFile.of(name, bytes)));
    LIBRARIES.forEach(
        (name, resource) -> files.put("/lib/" + name, WebFile.of(name, WebJar.read(resource))));
    WebFile index = files.remove("/index.html");
    files.put("/", index);
    files.put("/sw.js", worker(files.remove("/sw.js"), files));
    files.put("/index.html", index);
    return new WebFiles(files, PagePolicy.headers(index));
  }

  /**
   * The service worker, which keeps these files, and is told apart from that of every other
   * release.
   */
  private static WebFile worker(WebFile template, Map<String, WebFile> files) {
    String script = template.plain().bytes().toString(StandardCharsets.UTF_8);
    String all = joined(files, file -> file.getKey() + file.getValue().plain().tag(), "");
    String version = ETags.of(Buffer.buffer(script + all)).replace("\"", "");
    String paths = joined(files, Map.Entry::getKey, "', '");
    String filled = script.replace("@version@", version).replace("@files@", paths);
    return WebFile.of("sw.js", filled.getBytes(StandardCharsets.UTF_8));
  }

  private static String joined(
      Map<String, WebFile> files,
      Function<Map.Entry<String, WebFile>, String> text,
      String between) {
    return files.entrySet().stream().map(text).sorted().collect(Collectors.joining(between));
  }

  private static String webJar(String name, String file) {
    return WebJar.folder(GROUP, name) + "/" + file;
  }

  /** Takes what is asked for with GET and HEAD, if there is such a file. */
  public void mount(Router router) {
    router.route().method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this);
  }

  @Override
  public void handle(RoutingContext context) {
    WebFile file = pathToFile.get(context.normalizedPath());
    if (file == null) {
      context.next();
      return;
    }
    HttpServerResponse response = context.response();
    headers.forEach(response::putHeader);
    file.write(context);
  }
}
