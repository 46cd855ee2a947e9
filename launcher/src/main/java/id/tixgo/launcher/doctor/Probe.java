package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.TlsConfig;
import id.tixgo.common.service.Service.Address;
import id.tixgo.common.tls.OwnTrust;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * Asks who answers at an address, and how it does.
 *
 * @param connectMs the longest that a connection may take
 * @param answerMs the longest that nothing may come on it; a service takes up to two seconds to ask
 *     its own neighbours
 * @param tls whom to believe among our own; empty where they speak no HTTPS
 */
record Probe(int connectMs, int answerMs, Optional<TlsConfig> tls) {
  private static final int MOST_BYTES = 65_536;

  Probe {
    requireNonNull(tls);
  }

  static Probe patient(Optional<TlsConfig> tls) {
    return new Probe(1_000, 2_500, tls);
  }

  /** Whether anybody takes connections there. */
  boolean finds(Address address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host(address), address.port()), connectMs);
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** What a service on this machine says; empty when it is none that answers. */
  Optional<HealthReport> ask(Address address) {
    String host = host(address);
    String bracketed = host.contains(":") ? "[" + host + "]" : host;
    try {
      String scheme = address.secured() ? "https://" : "http://";
      return Optional.of(ask(URI.create(scheme + bracketed + ":" + address.port())));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What answers at a base URL says; fails when nothing does in time. */
  HealthReport ask(URI base) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) base.resolve("/health/ready").toURL().openConnection();
    try {
      if (connection instanceof HttpsURLConnection secured && tls.isPresent()) {
        secured.setSSLSocketFactory(trusting(tls.get()));
      }
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout(connectMs);
      connection.setReadTimeout(answerMs);
      return HealthReport.of(body(connection), connection.getDate(), Instant.now());
    } finally {
      connection.disconnect();
    }
  }

  private static SSLSocketFactory trusting(TlsConfig tls) {
    try {
      OwnTrust own = new OwnTrust(() -> List.of(tls.atStart().own()));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {own}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject body(HttpURLConnection connection) throws IOException {
    try (InputStream body = stream(connection)) {
      return Buffer.buffer(body.readNBytes(MOST_BYTES)).toJsonObject();
    } catch (DecodeException e) {
      return new JsonObject();
    }
  }

  private static InputStream stream(HttpURLConnection connection) throws IOException {
    if (connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST) {
      return connection.getInputStream();
    }
    return Optional.ofNullable(connection.getErrorStream()).orElseGet(InputStream::nullInputStream);
  }

  /** What listens at all addresses is found at the machine's own. */
  private static String host(Address address) {
    return address.host().matches("0\\.0\\.0\\.0|::") ? "127.0.0.1" : address.host();
  }
}
