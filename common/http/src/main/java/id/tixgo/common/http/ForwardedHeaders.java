package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.TrustedProxies;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom a request comes from. A proxy that is trusted may say so, in {@code X-Forwarded-For}, {@code
 * -Proto} and {@code -Host} or, without the first, in {@code Forwarded} (RFC 7239). From anybody
 * else these say nothing.
 */
public final class ForwardedHeaders {
  private static final String FOR = "X-Forwarded-For";
  private static final String PROTO = "X-Forwarded-Proto";
  private static final String HOST = "X-Forwarded-Host";
  private static final String FORWARDED = "Forwarded";

  private final TrustedProxies trusted;

  public ForwardedHeaders(TrustedProxies trusted) {
    this.trusted = requireNonNull(trusted);
  }

  /**
   * The address of the client: of all that the request came through, the last that isn't a trusted
   * proxy.
   */
  public String client(HttpServerRequest request) {
    String client = peer(request);
    if (!trusted.contain(client)) {
      return client;
    }
    List<String> hops = hops(request);
    for (int i = hops.size() - 1; i >= 0 && trusted.contain(client); i--) {
      Optional<String> before = address(hops.get(i));
      if (before.isEmpty()) {
        return client;
      }
      client = before.get();
    }
    return client;
  }

  /** {@code http://host:port} as a browser states it: without the port that goes without saying. */
  public String origin(HttpServerRequest request) {
    String proto = proto(request);
    String usual = proto.equals("https") ? ":443" : ":80";
    String host = host(request).orElse("");
    boolean isUsual = host.endsWith(usual);
    return proto + "://" + (isUsual ? host.substring(0, host.length() - usual.length()) : host);
  }

  /** Tells a neighbour, in headers that don't have any of these yet. */
  public void tell(HttpServerRequest request, MultiMap headers) {
    String peer = peer(request);
    boolean believed = trusted.contain(peer);
    headers.set(FOR, believed ? joined(hops(request), peer) : peer);
    headers.set(PROTO, proto(request));
    host(request).ifPresent(host -> headers.set(HOST, host));
    if (believed && request.headers().contains(FORWARDED)) {
      headers.set(FORWARDED, joined(request.headers().getAll(FORWARDED), "for=" + quoted(peer)));
    }
  }

  private String proto(HttpServerRequest request) {
    return said(request, PROTO, "proto")
        .filter(proto -> proto.equals("http") || proto.equals("https"))
        .orElse(request.scheme());
  }

  private Optional<String> host(HttpServerRequest request) {
    return said(request, HOST, "host").or(() -> Optional.ofNullable(request.getHeader("Host")));
  }

  /** What the last proxy said, if it may. */
  private Optional<String> said(HttpServerRequest request, String name, String parameter) {
    if (!trusted.contain(peer(request))) {
      return Optional.empty();
    }
    List<String> values = values(request, name);
    return last(values.isEmpty() ? parameters(request, parameter) : values);
  }

  private static List<String> hops(HttpServerRequest request) {
    List<String> hops = values(request, FOR);
    return hops.isEmpty() ? parameters(request, "for") : hops;
  }

  private static List<String> values(HttpServerRequest request, String name) {
    return request.headers().getAll(name).stream()
        .flatMap(line -> Stream.of(line.split(",", -1)))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** One parameter of all elements of {@code Forwarded}, where they have it. */
  private static List<String> parameters(HttpServerRequest request, String name) {
    return values(request, FORWARDED).stream()
        .flatMap(element -> Stream.of(element.split(";", -1)))
        .map(String::strip)
        .filter(pair -> pair.regionMatches(true, 0, name + "=", 0, name.length() + 1))
        .map(pair -> pair.substring(name.length() + 1).replace("\"", "").strip())
        .toList();
  }

  private static Optional<String> last(List<String> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** An address that may have a port and brackets: {@code [2001:db8::1]:4711}. */
  private static Optional<String> address(String hop) {
    int end = hop.startsWith("[") ? hop.indexOf(']') : -1;
    boolean isPort = hop.indexOf(':') == hop.lastIndexOf(':');
    String bare = isPort ? hop.replaceFirst(":.*", "") : hop;
    return TrustedProxies.address(end < 0 ? bare : hop.substring(1, end))
        .map(InetAddress::getHostAddress);
  }

  private static String joined(List<String> before, String last) {
    List<String> all = new ArrayList<>(before);
    all.add(last);
    return String.join(", ", all);
  }

  private static String quoted(String address) {
    return address.indexOf(':') < 0 ? address : "\"[" + address + "]\"";
  }

  /**
   * Unknown of a connection that is gone already. Asked of the connection: vertx-web's request
   * reads its own forwarding headers first.
   */
  private static String peer(HttpServerRequest request) {
    SocketAddress peer = request.connection().remoteAddress();
    return peer == null ? "unknown" : peer.hostAddress();
  }
}
