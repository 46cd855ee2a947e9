package id.tixgo.gateway;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.Env;
import id.tixgo.common.service.Exposure;
import java.net.URI;
import java.util.List;

/**
 * A service as Gateway shows it.
 *
 * @param base where it answers
 * @param below the beginning of these paths that it doesn't know; empty for none
 * @param paths the beginnings of its public paths, in whole segments
 */
public record ShownService(String name, URI base, String below, List<String> paths) {
  public ShownService {
    requireNonNull(name);
    requireNonNull(base);
    requireNonNull(below);
    paths = List.copyOf(paths);
  }

  static ShownService of(String name, Exposure exposure, Env env) {
    return new ShownService(name, exposure.base(env, name), exposure.below(), exposure.paths());
  }

  /** Whether a path is one of these, or below one. */
  public boolean shows(String path) {
    return paths.stream().anyMatch(beginning -> (path + "/").startsWith(beginning + "/"));
  }
}
