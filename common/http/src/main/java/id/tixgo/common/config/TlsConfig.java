package id.tixgo.common.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The certificate with which public ports speak HTTPS.
 *
 * @param certificate its PEM file, with those that vouch for it
 * @param key its key's PEM file
 * @param lookMs how often the files are looked at
 * @param atStart what they hold at the start
 */
public record TlsConfig(Path certificate, Path key, int lookMs, ServerCertificate atStart) {
  public static final String CERTIFICATE = "TLS_CERT";
  public static final String KEY = "TLS_KEY";

  public TlsConfig {
    requireNonNull(certificate);
    requireNonNull(key);
    requireNonNull(atStart);
  }

  /** Empty where nobody wants TLS. */
  public static Optional<TlsConfig> from(Env env) {
    Optional<Path> certificate = env.text(CERTIFICATE).map(Path::of);
    Optional<Path> key = env.text(KEY).map(Path::of);
    if (certificate.isPresent() != key.isPresent()) {
      throw new ConfigException("Set both " + CERTIFICATE + " and " + KEY + ", or none.");
    }
    return certificate.map(file -> of(env, file, key.orElseThrow()));
  }

  private static TlsConfig of(Env env, Path certificate, Path key) {
    return new TlsConfig(
        certificate,
        key,
        env.number("TLS_LOOK_MS", 5_000, 50, 10_000),
        ServerCertificate.read(certificate, key));
  }

  /**
   * What the files hold now; blocks, and throws {@link ConfigException} when they are of no use.
   */
  public ServerCertificate read() {
    return ServerCertificate.read(certificate, key);
  }

  /** Whether public ports speak HTTPS. */
  static boolean isWanted(Env env) {
    return env.text(CERTIFICATE).isPresent();
  }
}
