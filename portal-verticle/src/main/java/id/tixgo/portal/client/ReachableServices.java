package id.tixgo.portal.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.upstream.Ports;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.net.URI;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Services that a place may do without, and which of them take a connection now. One per verticle
 * instance, made in its {@code start()}.
 */
public final class ReachableServices {
  private static final int CONNECT_TIMEOUT_MS = 1000;

  private final SortedMap<String, URI> nameToBase = new TreeMap<>();
  private final NetClient client;

  public ReachableServices(Vertx vertx) {
    NetClientOptions options = new NetClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MS);
    this.client = vertx.createNetClient(options);
  }

  public ReachableServices with(String name, URI base) {
    nameToBase.put(requireNonNull(name), requireNonNull(base));
    return this;
  }

  /** Their names, in the order of the alphabet. */
  public Future<List<String>> names() {
    List<Future<List<String>>> asked =
        nameToBase.entrySet().stream().map(one -> ifThere(one.getKey(), one.getValue())).toList();
    return Future.all(asked)
        .map(all -> all.<List<String>>list().stream().flatMap(List::stream).toList());
  }

  private Future<List<String>> ifThere(String name, URI base) {
    return client
        .connect(Ports.of(base), base.getHost())
        .compose(socket -> socket.close().otherwiseEmpty())
        .map(List.of(name))
        .otherwise(List.of());
  }
}
