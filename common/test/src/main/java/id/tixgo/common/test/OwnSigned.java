package id.tixgo.common.test;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.tixgo.common.config.ServerCertificate;
import id.tixgo.common.tls.OwnTrust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** A certificate for this machine that nobody has signed, as the files that servers read. */
public record OwnSigned(Path store, Path certificate, Path key) {
  private static final String NAME = "own";
  private static final String PASSWORD = "of-a-test";
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));

  /** A new one each time, in files of these names. */
  public static OwnSigned in(Path folder) {
    OwnSigned made =
        new OwnSigned(
            folder.resolve("own.p12"), folder.resolve("cert.pem"), folder.resolve("key.pem"));
    try {
      made.make();
      return made;
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  String trustFlags() {
    return "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
        .formatted(store, PASSWORD);
  }

  /** Settings of a system that speaks HTTPS with it. */
  public Map<String, String> settings() {
    return Map.of("TLS_CERT", certificate.toString(), "TLS_KEY", key.toString());
  }

  /** What the files hold. */
  public X509Certificate read() {
    return ServerCertificate.read(certificate, key).own();
  }

  /** Of a client that believes these, whatever name they are for. */
  public static SSLContext trusting(Supplier<List<X509Certificate>> own) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new OwnTrust(own)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private void make() throws IOException, GeneralSecurityException, InterruptedException {
    Files.deleteIfExists(store);
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                NAME,
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    if (keytool.waitFor() != 0) {
      throw new AssertionError("keytool made no certificate");
    }
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    write(certificate, "CERTIFICATE", keys.getCertificate(NAME).getEncoded());
    write(key, "PRIVATE KEY", keys.getKey(NAME, PASSWORD.toCharArray()).getEncoded());
  }

  private static void write(Path file, String kind, byte[] bytes) {
    String pem =
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(kind, LINES.encodeToString(bytes), kind);
    try {
      Files.writeString(file, pem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
