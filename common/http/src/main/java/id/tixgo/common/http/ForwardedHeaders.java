package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ForwardingProof;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.config.TrustedProxies;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom a request comes from. A proxy that is trusted may say so, in {@code X-Forwarded-For}, {@code
 * -Proto} and {@code -Host} or, without the first, in {@code Forwarded} (RFC 7239), and so may a
 * service of the house, which shows by {@link ForwardingProof} that it is one. From anybody else
 * these say nothing.
 */
public final class ForwardedHeaders {
  private static final String FOR = "X-Forwarded-For";
  private static final String PROTO = "X-Forwarded-Proto";
  private static final String HOST = "X-Forwarded-Host";
  private static final String FORWARDED = "Forwarded";

  private static final CharSequence PROOF = HttpHeaders.createOptimized(ForwardingProof.HEADER);

  private final TrustedProxies trusted;
  private final ForwardingProof proof;

  public ForwardedHeaders(HttpConfig config) {
    this.trusted = requireNonNull(config.trustedProxies());
    this.proof = ForwardingProof.of(config.serviceToken());
  }

  /** Whether a service of the house asks for itself, and not for a client. */
  public boolean isOfTheHouse(HttpServerRequest request) {
    return isForwardedInside(request) && !request.headers().contains(FOR);
  }

  private boolean isForwardedInside(HttpServerRequest request) {
    String given = request.getHeader(PROOF);
    return given != null && proof.matches(given);
  }

  private boolean believes(HttpServerRequest request) {
    return isForwardedInside(request) || trusted.contain(peer(request));
  }

  /**
   * The address of the client: of all that the request came through, the last that isn't a trusted
   * proxy.
   */
  public String client(HttpServerRequest request) {
    String client = peer(request);
    boolean believed = believes(request);
    List<String> hops = believed ? hops(request) : List.of();
    for (int i = hops.size() - 1; i >= 0 && believed; i--) {
      Optional<String> before = address(hops.get(i));
      if (before.isEmpty()) {
        return client;
      }
      client = before.get();
      believed = trusted.contain(client);
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

  /**
   * Tells a neighbour, in headers that don't have any of these yet. A service of the house that it
   * came through is no hop: its address is nobody's business.
   */
  public void tell(HttpServerRequest request, MultiMap headers) {
    boolean inside = isForwardedInside(request);
    headers.set(PROOF, proof.text());
    if (!inside || request.headers().contains(FOR)) {
      headers.set(FOR, String.join(", ", hops(request, inside)));
    }
    headers.set(PROTO, proto(request));
    host(request).ifPresent(host -> headers.set(HOST, host));
    if (believes(request) && request.headers().contains(FORWARDED)) {
      List<String> elements = request.headers().getAll(FORWARDED);
      String hop = "for=" + quoted(peer(request));
      headers.set(FORWARDED, String.join(", ", inside ? elements : and(elements, hop)));
    }
  }

  private List<String> hops(HttpServerRequest request, boolean inside) {
    List<String> before = believes(request) ? hops(request) : List.of();
    return inside ? before : and(before, peer(request));
  }

  private String proto(HttpServerRequest request) {
    return said(request, PROTO, "proto")
        .filter(proto -> proto.equals("http") || proto.equals("https"))
        .orElse(request.scheme());
  }

  private Optional<String> host(HttpServerRequest request) {
    return said(request, HOST, "host").or(() -> ownHost(request));
  }

  /** HTTP/2 has a field of its own for it. */
  private static Optional<String> ownHost(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_2
        ? Optional.ofNullable(request.authority()).map(HostAndPort::toString)
        : Optional.ofNullable(request.getHeader("Host"));
  }

  /** What the last proxy said, if it may. */
  private Optional<String> said(HttpServerRequest request, String name, String parameter) {
    if (!believes(request)) {
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

  private static List<String> and(List<String> before, String last) {
    List<String> all = new ArrayList<>(before);
    all.add(last);
    return all;
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
