package id.tixgo.launcher.doctor;

import id.tixgo.common.service.Service.Address;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks who answers at an address, and how it does.
 *
 * @param connectMs the longest that a connection may take
 * @param answerMs the longest that nothing may come on it; a service takes up to two seconds to ask
 *     its own neighbours
 */
record Probe(int connectMs, int answerMs) {
  private static final int MOST_BYTES = 65_536;

  static Probe patient() {
    return new Probe(1_000, 2_500);
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
      return Optional.of(ask(URI.create("http://" + bracketed + ":" + address.port())));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What answers at a base URL says; fails when nothing does in time. */
  HealthReport ask(URI base) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) base.resolve("/health/ready").toURL().openConnection();
    try {
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout(connectMs);
      connection.setReadTimeout(answerMs);
      return HealthReport.of(body(connection), connection.getDate(), Instant.now());
    } finally {
      connection.disconnect();
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
