package id.tixgo.portal.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.gateway.Gateway;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.ProblemWriter;
import id.tixgo.common.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The part of an internal service that pages may call; all else of it leads nowhere. */
public final class ShownPaths {
  private final Gateway gateway;
  private final String mount;
  private final List<String> paths;

  /**
   * @param mount below which the service is shown: {@code /gateway/event}
   * @param paths beginnings of its own paths, in whole segments: {@code /venues}
   */
  public ShownPaths(Gateway gateway, String mount, List<String> paths) {
    this.gateway = requireNonNull(gateway);
    this.mount = requireNonNull(mount);
    this.paths = List.copyOf(paths);
  }

  public void register(Api api) {
    api.forward(mount, this::forward);
  }

  /** What counts is the path without dots and escapes: that is what the service's router reads. */
  private void forward(RoutingContext context) {
    String path = context.normalizedPath() + "/";
    if (paths.stream().anyMatch(shown -> path.startsWith(mount + shown + "/"))) {
      gateway.forward(context);
    } else {
      ProblemWriter.write(context, Problem.notFound("There is nothing here."));
    }
  }
}
