package id.tixgo.common.service;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.Env;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * What Gateway shows of a service; whatever isn't below one of the paths stays inside.
 *
 * @param port where the service listens unless a setting says otherwise
 * @param external whether its port is public, too
 * @param below the beginning of all paths that the service doesn't know: {@code /wallet}; empty for
 *     none
 * @param paths beginnings in whole segments: {@code /auth}, {@code /reports/sales}, {@code
 *     /wallet/users}
 */
public record Exposure(int port, boolean external, String below, List<String> paths) {
  public Exposure {
    requireNonNull(below);
    paths = List.copyOf(paths);
  }

  /** Of a service that listens at {@link Service.Address#external}. */
  public static Exposure external(int port, List<String> paths) {
    return new Exposure(port, true, "", paths);
  }

  /** Of a service that listens at {@link Service.Address#internal}. */
  public static Exposure internal(int port, List<String> paths) {
    return new Exposure(port, false, "", paths);
  }

  /** The same with all paths below one that the service doesn't know. */
  public Exposure below(String beginning) {
    return new Exposure(
        port, external, beginning, paths.stream().map(path -> beginning + path).toList());
  }

  /** Where the service of this name answers. */
  public URI base(Env env, String service) {
    String name = service.toUpperCase(Locale.ROOT);
    return external ? env.publicNeighbour(name, port) : env.neighbour(name, port);
  }
}
