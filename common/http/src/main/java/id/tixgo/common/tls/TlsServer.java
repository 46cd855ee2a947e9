package id.tixgo.common.tls;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ServerCertificate;
import id.tixgo.common.config.TlsConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509KeyManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that speaks HTTPS, HTTP/2 to whoever can, with the certificate that there is. */
public final class TlsServer {
  private static final Logger LOG = LoggerFactory.getLogger(TlsServer.class);
  private static final char[] PASSWORD = "in memory alone".toCharArray();
  private static final int STREAMS = 100;
  private static final int RESETS = 100;
  private static final int RESETS_SECONDS = 30;

  private final Vertx vertx;
  private final OwnCertificate own;

  public TlsServer(Vertx vertx, TlsConfig config) {
    this.vertx = requireNonNull(vertx);
    this.own = OwnCertificate.of(vertx, config);
  }

  /** HTTP/2's own limits are tighter than Netty's: who resets streams all the time is let go. */
  public HttpServerOptions options(HttpServerOptions plain) {
    return plain
        .setSsl(true)
        .setUseAlpn(true)
        .setKeyCertOptions(keys(own.shown()))
        .setInitialSettings(
            new Http2Settings()
                .setMaxConcurrentStreams(STREAMS)
                .setMaxHeaderListSize(plain.getMaxHeaderSize()))
        .setHttp2RstFloodMaxRstFramePerWindow(RESETS)
        .setHttp2RstFloodWindowDuration(RESETS_SECONDS);
  }

  /** Shows each renewal to whoever connects from then on; who is connected stays so. */
  public void follow(HttpServer server, HttpServerOptions options) {
    own.follow(
        vertx,
        renewed ->
            server
                .updateSSLOptions(options.getSslOptions().copy().setKeyCertOptions(keys(renewed)))
                .onFailure(failure -> LOG.warn("the new certificate can't be shown", failure)));
  }

  private static KeyCertOptions keys(ServerCertificate certificate) {
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, PASSWORD);
      keys.setKeyEntry(
          "own", certificate.key(), PASSWORD, certificate.chain().toArray(X509Certificate[]::new));
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keys, PASSWORD);
      return KeyCertOptions.wrap((X509KeyManager) factory.getKeyManagers()[0]);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
