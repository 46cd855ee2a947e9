package id.tixgo.launcher;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import id.tixgo.common.http.WebJar;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * The web application's modules one by one, as they are written, for tests that call their
 * functions in a page: what is served is one script that has them all in itself.
 */
final class PageModules {
  private static final Pattern MODULES = Pattern.compile(".*/js/(?!app|theme|scanner).*\\.js");

  private PageModules() {}

  /**
   * The value of a script that imports them from where they are among the sources, as {@code
   * import('/js/outbox.js')}.
   */
  static Object evaluate(Page page, String script, Object... argument) {
    page.route(MODULES, PageModules::serve);
    try {
      return page.evaluate(script, argument.length == 0 ? null : argument[0]);
    } finally {
      page.unroute(MODULES);
    }
  }

  private static void serve(Route route) {
    byte[] module = WebJar.read("web" + URI.create(route.request().url()).getPath());
    route.fulfill(
        new FulfillOptions().setContentType("text/javascript; charset=utf-8").setBodyBytes(module));
  }
}
