package id.tixgo.common.tls;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.config.ServerCertificate;
import id.tixgo.common.config.TlsConfig;
import id.tixgo.common.metrics.Meters;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate of this JVM's public ports, as its files are renewed. One for each Vert.x; its
 * verticles look in turn.
 *
 * <p>What is new is trusted when it is seen first, and shown when it was still there at the next
 * look: so whoever of our other processes calls has seen it, too, and nobody takes a pair of which
 * one file is written and the other isn't yet. What it takes the place of stays trusted: others may
 * show it a while longer.
 */
public final class OwnCertificate implements Shareable {
  private static final Logger LOG = LoggerFactory.getLogger(OwnCertificate.class);
  private static final String KEY = "own";

  private final TlsConfig config;
  private volatile ServerCertificate shown;
  private volatile List<X509Certificate> trusted;
  private Found seen;
  private long lookedAt = System.nanoTime();

  /** What a look at the files found: bytes that make a certificate, or a sentence why not. */
  private record Found(List<String> bytes, Optional<ServerCertificate> good, String trouble) {}

  private OwnCertificate(TlsConfig config) {
    this.config = requireNonNull(config);
    this.shown = config.atStart();
    this.trusted = List.of(shown.own());
    this.seen = new Found(List.of(), Optional.of(shown), "");
  }

  /** That of this Vert.x. */
  public static OwnCertificate of(Vertx vertx, TlsConfig config) {
    LocalMap<String, OwnCertificate> map = vertx.sharedData().getLocalMap("tls");
    return map.computeIfAbsent(KEY, none -> measured(vertx, new OwnCertificate(config)));
  }

  /** A client that believes our own servers, where they speak TLS. */
  public static HttpClientOptions trusted(
      Vertx vertx, HttpConfig config, HttpClientOptions client) {
    config
        .tls()
        .map(tls -> of(vertx, tls))
        .ifPresent(own -> client.setTrustOptions(TrustOptions.wrap(new OwnTrust(own::trusted))));
    return client;
  }

  private static OwnCertificate measured(Vertx vertx, OwnCertificate own) {
    Meters.of(vertx)
        .gauge(
            "tixgo.tls.valid.seconds",
            "For how long the certificate of public ports is still good",
            () -> Duration.between(Instant.now(), own.shown().end()).toSeconds());
    return own;
  }

  public ServerCertificate shown() {
    return shown;
  }

  List<X509Certificate> trusted() {
    return trusted;
  }

  /** Looks for a renewal for as long as the verticle lives that calls this. */
  public void follow(Vertx vertx, Handler<ServerCertificate> renewed) {
    ServerCertificate[] known = {shown};
    vertx.setPeriodic(
        config.lookMs(),
        tick ->
            vertx
                .executeBlocking(this::look, false)
                .onSuccess(
                    now -> {
                      if (!known[0].equals(now)) {
                        known[0] = now;
                        renewed.handle(now);
                      }
                    }));
  }

  /** Once in a while, however many look; blocks. */
  private synchronized ServerCertificate look() {
    long now = System.nanoTime();
    if (now - lookedAt >= TimeUnit.MILLISECONDS.toNanos(config.lookMs()) / 2) {
      lookedAt = now;
      look(bytes());
    }
    return shown;
  }

  private void look(List<String> bytes) {
    if (bytes.equals(seen.bytes())) {
      settle();
      return;
    }
    seen = examined(bytes);
    trusted =
        Stream.concat(seen.good().map(ServerCertificate::own).stream(), trusted.stream())
            .distinct()
            .limit(3)
            .toList();
  }

  /** Said and done once: what was seen is known from here on. */
  private void settle() {
    seen.good().filter(good -> !good.equals(shown)).ifPresent(this::show);
    if (!seen.trouble().isEmpty()) {
      LOG.warn("the certificate stays what it was, {}: {}", shown, seen.trouble());
      seen = new Found(seen.bytes(), Optional.empty(), "");
    }
  }

  private void show(ServerCertificate renewed) {
    shown = renewed;
    LOG.info("the certificate is renewed: {}", renewed);
  }

  private Found examined(List<String> bytes) {
    try {
      ServerCertificate read = config.read();
      return read.end().isAfter(Instant.now())
          ? new Found(bytes, Optional.of(read), "")
          : new Found(bytes, Optional.empty(), "the new one ended on " + read.end() + ".");
    } catch (ConfigException e) {
      return new Found(bytes, Optional.empty(), e.getMessage());
    }
  }

  /** Compared, never logged. */
  private List<String> bytes() {
    return Stream.of(config.certificate(), config.key()).map(OwnCertificate::bytes).toList();
  }

  private static String bytes(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
