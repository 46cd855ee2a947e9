package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ConnectionLimits;
import id.tixgo.common.config.ForwardingProof;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.config.TrustedProxies;
import id.tixgo.common.metrics.Meters;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.InetAddress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * The connections that one event loop has of a service. Who takes too long to say what he wants is
 * let go, and so is who comes with too many others from one address, where the world can connect
 * and it is no service of the house. When there are too many in all, the oldest that has never
 * asked for anything makes room.
 */
final class OpenConnections {
  private static final long LOOK_EVERY_MS = 500;

  private final ConnectionLimits limits;
  private final TrustedProxies trusted;
  private final ForwardingProof proof;
  private final boolean external;
  private final ConnectionCount count;
  private final LongAdder letGo;
  private final Map<HttpConnection, BooleanSupplier> silentToHasAsked = new LinkedHashMap<>();
  private final Map<HttpConnection, HeadClock> open = new LinkedHashMap<>();

  /**
   * @param external whether others than services of the house reach it
   */
  OpenConnections(Vertx vertx, String service, HttpConfig config, boolean external) {
    this.limits = requireNonNull(config.connections());
    this.trusted = requireNonNull(config.trustedProxies());
    this.proof = ForwardingProof.of(config.serviceToken());
    this.external = external;
    this.count = ConnectionCount.of(vertx, service);
    this.letGo =
        Meters.of(vertx)
            .counter(
                "tixgo.connections.let.go",
                "Connections that were closed for being too many or too slow",
                "service",
                service);
    vertx.setPeriodic(LOOK_EVERY_MS, look -> letGoWhoIsLate());
  }

  /** To be called for each new connection, on its event loop. */
  void opened(HttpConnection connection) {
    Channel channel = ((ConnectionBase) connection).channel();
    String address = counted(connection.remoteAddress());
    int others = count.opened(address);
    channel.closeFuture().addListener(closed -> closed(connection, address));
    if (count.all() > limits.most()) {
      makeRoom(connection);
    }
    if (others > limits.mostOfAnAddress()) {
      letGo(connection);
    }
    if (channel.isOpen()) {
      watch(connection, channel.pipeline(), address);
    }
  }

  /** To be called for each request of HTTP/2, whose connections aren't looked into. */
  void hasAsked(HttpConnection connection) {
    silentToHasAsked.remove(connection);
  }

  /** HTTP/2's connections stay quiet between requests, too, and end when they are idle. */
  private void watch(HttpConnection connection, ChannelPipeline pipeline, String address) {
    if (pipeline.get(HttpRequestDecoder.class) == null) {
      silentToHasAsked.put(connection, () -> false);
      return;
    }
    HeadClock clock = new HeadClock(first -> introduced(address, first));
    String decoder = pipeline.context(HttpRequestDecoder.class).name();
    pipeline.addBefore(decoder, "headClock", clock);
    pipeline.addAfter(decoder, "heads", clock.new Heads());
    open.put(connection, clock);
    silentToHasAsked.put(connection, clock::hasAsked);
  }

  private void introduced(String address, HttpRequest first) {
    String given = first.headers().get(ForwardingProof.HEADER);
    if (given != null && proof.matches(given)) {
      count.isOfTheHouse(address);
    }
  }

  private void closed(HttpConnection connection, String address) {
    open.remove(connection);
    silentToHasAsked.remove(connection);
    count.closed(address);
  }

  /** The newest itself goes where all others have asked for something. */
  private void makeRoom(HttpConnection newest) {
    Iterator<Map.Entry<HttpConnection, BooleanSupplier>> oldest =
        silentToHasAsked.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<HttpConnection, BooleanSupplier> next = oldest.next();
      oldest.remove();
      if (!next.getValue().getAsBoolean()) {
        letGo(next.getKey());
        return;
      }
    }
    letGo(newest);
  }

  private void letGoWhoIsLate() {
    long longest = TimeUnit.MILLISECONDS.toNanos(limits.headMs());
    List.copyOf(open.entrySet()).stream()
        .filter(entry -> entry.getValue().isLate(longest))
        .forEach(entry -> letGo(entry.getKey()));
  }

  private void letGo(HttpConnection connection) {
    letGo.increment();
    connection.close();
  }

  /** Behind a proxy, on this machine and inside, one address is everybody's: it isn't counted. */
  private String counted(SocketAddress peer) {
    if (!external || peer == null || trusted.contain(peer.hostAddress())) {
      return ConnectionCount.EVERYBODY;
    }
    boolean here =
        TrustedProxies.address(peer.hostAddress())
            .map(InetAddress::isLoopbackAddress)
            .orElse(false);
    return here ? ConnectionCount.EVERYBODY : peer.hostAddress();
  }
}
