package id.tixgo.common.service;

import java.util.List;

/**
 * What Gateway shows of a service; whatever isn't below one of the paths stays inside.
 *
 * @param port where the service listens unless a setting says otherwise
 * @param paths beginnings in whole segments: {@code /auth}, {@code /reports/sales}
 */
public record Exposure(int port, List<String> paths) {
  public Exposure {
    paths = List.copyOf(paths);
  }
}
