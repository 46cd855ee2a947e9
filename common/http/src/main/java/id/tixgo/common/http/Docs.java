package id.tixgo.common.http;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.StaticHandler;
import java.nio.charset.StandardCharsets;

/**
 * The contract and its pages: {@code /openapi.json}, {@code /docs}, {@code /redoc}, and {@code /}
 * where the contract has a {@code landing}.
 */
final class Docs {
  private static final String ASSETS = "/assets/";
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " worker-src blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

  private Docs() {}

  static void register(Api api) {
    Contract contract = api.contract();
    Reply json = Reply.bytes(200, "application/json", contract.document().toBuffer());
    String title = contract.title();
    api.always("openapi", call -> Future.succeededFuture(json));
    api.always("docs", page("web/docs.html", title));
    api.always("redoc", page("web/redoc.html", title));
    if (contract.has("landing")) {
      api.always("landing", page("web/landing.html", title));
    }
  }

  /** Our own few files, and those of the two WebJars, without their versions in the path. */
  static void mountAssets(Router router) {
    router
        .route(ASSETS + "swagger-ui/*")
        .handler(files(WebJar.folder("org.webjars", "swagger-ui")));
    router.route(ASSETS + "redoc/*").handler(files(WebJar.folder("org.webjars", "redoc")));
    router.route(ASSETS + "tixgo/*").handler(files("web/assets"));
  }

  /** A browser asks each time whether they have changed: their paths are those of every release. */
  private static StaticHandler files(String folder) {
    return StaticHandler.create(folder).setMaxAgeSeconds(0).setEnableRangeSupport(false);
  }

  private static Endpoint page(String resource, String title) {
    String html = new String(WebJar.read(resource), StandardCharsets.UTF_8);
    Reply reply =
        Reply.html(html.replace("${title}", title))
            .withHeader("Content-Security-Policy", POLICY)
            .withHeader("Referrer-Policy", "no-referrer");
    return call -> Future.succeededFuture(reply);
  }
}
