package id.tixgo.gateway.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.gateway.Gateway;
import id.tixgo.common.http.ProblemWriter;
import id.tixgo.common.http.RequestContext;
import id.tixgo.common.overload.Shedding;
import id.tixgo.gateway.ShownService;
import id.tixgo.gateway.http.ShownOperations.ShownOperation;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Hands a request on to the service that shows its path, here or below {@code /api/v1}. A path that
 * none shows leads nowhere: {@code /internal} is nobody's.
 *
 * <p>What counts is the path without its dots and escapes, which is what the service's own router
 * will look at: it is the same router.
 */
public final class PublicRoutes implements Handler<RoutingContext> {
  private static final String VERSION = "/api/v1";

  private final ShownOperations operations;
  private final Shedding shedding;
  private final TokenCheck check;
  private final List<PublicRoute> longestFirst = new ArrayList<>();

  /**
   * @param path where it begins
   * @param versioned the same below {@code /api/v1}
   */
  private record PublicRoute(String path, Gateway plain, Gateway versioned) {}

  public PublicRoutes(ShownOperations operations, Shedding shedding, TokenCheck check) {
    this.operations = requireNonNull(operations);
    this.shedding = requireNonNull(shedding);
    this.check = requireNonNull(check);
  }

  public void add(ShownService service, Gateway gateway) {
    Gateway versioned = gateway.below(VERSION);
    service.paths().forEach(path -> longestFirst.add(new PublicRoute(path, gateway, versioned)));
    longestFirst.sort(Comparator.comparing((PublicRoute route) -> -route.path().length()));
  }

  @Override
  public void handle(RoutingContext context) {
    String path = context.normalizedPath();
    boolean versioned = path.startsWith(VERSION + "/");
    String local = versioned ? path.substring(VERSION.length()) : path;
    route(local).ifPresentOrElse(route -> forward(context, route, local, versioned), context::next);
  }

  private Optional<PublicRoute> route(String path) {
    return longestFirst.stream()
        .filter(route -> (path + "/").startsWith(route.path() + "/"))
        .findFirst();
  }

  private void forward(RoutingContext context, PublicRoute route, String path, boolean versioned) {
    RequestContext.of(context).route(route.path() + "/*");
    Gateway gateway = versioned ? route.versioned() : route.plain();
    ShownOperation asked = operations.find(context.request().method(), path);
    if (shedding.letsIn(asked.load())) {
      check.admit(context, asked.open(), () -> gateway.forward(context));
    } else {
      ProblemWriter.write(context, Shedding.refusal());
    }
  }
}
