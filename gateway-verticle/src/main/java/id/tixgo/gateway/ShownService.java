package id.tixgo.gateway;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.Env;
import id.tixgo.common.service.Exposure;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * A service as Gateway shows it.
 *
 * @param base where it answers
 * @param paths the beginnings of its public paths, in whole segments
 */
public record ShownService(String name, URI base, List<String> paths) {
  public ShownService {
    requireNonNull(name);
    requireNonNull(base);
    paths = List.copyOf(paths);
  }

  static ShownService of(String name, Exposure exposure, Env env) {
    URI base = env.neighbour(name.toUpperCase(Locale.ROOT), exposure.port());
    return new ShownService(name, base, exposure.paths());
  }

  /** Whether a path is one of these, or below one. */
  public boolean shows(String path) {
    return paths.stream().anyMatch(beginning -> (path + "/").startsWith(beginning + "/"));
  }
}
