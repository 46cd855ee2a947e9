package id.tixgo.portal.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Reply;
import id.tixgo.portal.client.ReachableServices;
import java.util.List;

/** {@code GET /api/services}: what pages ask before they show the way to a service. */
public final class ServicesHandler {
  private final ReachableServices services;

  private record Shown(List<String> services) {}

  public ServicesHandler(ReachableServices services) {
    this.services = requireNonNull(services);
  }

  public void register(Api api) {
    api.on("services", call -> services.names().map(names -> Reply.json(200, new Shown(names))));
  }
}
