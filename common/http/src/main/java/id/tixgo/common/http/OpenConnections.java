package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ConnectionLimits;
import id.tixgo.common.config.TrustedProxies;
import id.tixgo.common.metrics.Meters;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
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

/**
 * The connections that one event loop has of a service. Who takes too long to say what he wants is
 * let go, and so is who comes with too many others from one address. When there are too many in
 * all, the oldest that has never asked for anything makes room.
 */
final class OpenConnections {
  private static final long LOOK_EVERY_MS = 500;

  private final ConnectionLimits limits;
  private final TrustedProxies trusted;
  private final ConnectionCount count;
  private final LongAdder letGo;
  private final Map<HttpConnection, HeadClock> silent = new LinkedHashMap<>();
  private final Map<HttpConnection, HeadClock> open = new LinkedHashMap<>();

  OpenConnections(Vertx vertx, String service, ConnectionLimits limits, TrustedProxies trusted) {
    this.limits = requireNonNull(limits);
    this.trusted = requireNonNull(trusted);
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
    watch(connection, channel);
  }

  /** HTTP/2's connections stay quiet between requests, too, and end when they are idle. */
  private void watch(HttpConnection connection, Channel channel) {
    ChannelPipeline pipeline = channel.pipeline();
    if (channel.isOpen() && pipeline.get(HttpRequestDecoder.class) != null) {
      HeadClock clock = new HeadClock();
      String decoder = pipeline.context(HttpRequestDecoder.class).name();
      pipeline.addBefore(decoder, "headClock", clock);
      pipeline.addAfter(decoder, "heads", clock.new Heads());
      open.put(connection, clock);
      silent.put(connection, clock);
    }
  }

  private void closed(HttpConnection connection, String address) {
    open.remove(connection);
    silent.remove(connection);
    count.closed(address);
  }

  /** The newest itself goes where all others have asked for something. */
  private void makeRoom(HttpConnection newest) {
    Iterator<Map.Entry<HttpConnection, HeadClock>> oldest = silent.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<HttpConnection, HeadClock> next = oldest.next();
      oldest.remove();
      if (!next.getValue().hasAsked()) {
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

  /** Behind a proxy, and on this machine, one address is everybody's: it isn't counted. */
  private String counted(SocketAddress peer) {
    if (peer == null || trusted.contain(peer.hostAddress())) {
      return ConnectionCount.EVERYBODY;
    }
    boolean here =
        TrustedProxies.address(peer.hostAddress())
            .map(InetAddress::isLoopbackAddress)
            .orElse(false);
    return here ? ConnectionCount.EVERYBODY : peer.hostAddress();
  }
}
