package id.tixgo.common.config;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a server shows of itself: its certificate with those that vouch for it, and the key.
 *
 * @param chain the server's own first
 */
public record ServerCertificate(List<X509Certificate> chain, PrivateKey key) {
  private static final byte[] SIGNED = "TixGo".getBytes(StandardCharsets.US_ASCII);
  private static final Map<String, String> KEY_TO_SIGNATURE =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA");

  public ServerCertificate {
    chain = List.copyOf(chain);
    requireNonNull(key);
  }

  /** Blocks; throws {@link ConfigException} with what is wrong with the files. */
  public static ServerCertificate read(Path certificate, Path key) {
    List<X509Certificate> chain = chain(certificate);
    ServerCertificate read = new ServerCertificate(chain, key(key, chain.get(0)));
    if (!read.belongTogether()) {
      throw new ConfigException(notItsKey());
    }
    return read;
  }

  /** The server's own. */
  public X509Certificate own() {
    return chain.get(0);
  }

  public Instant end() {
    return own().getNotAfter().toInstant();
  }

  /** Of the key, nothing. */
  @Override
  public String toString() {
    return own().getSubjectX500Principal() + ", good until " + end();
  }

  private static List<X509Certificate> chain(Path file) {
    try {
      List<X509Certificate> chain = new PemFile(text(TlsConfig.CERTIFICATE, file)).certificates();
      if (!chain.isEmpty()) {
        return chain;
      }
    } catch (CertificateException e) {
      throw new ConfigException(noCertificate(file));
    }
    throw new ConfigException(noCertificate(file));
  }

  private static String noCertificate(Path file) {
    return TlsConfig.CERTIFICATE + " names " + file + ", which holds no certificate in PEM.";
  }

  private static PrivateKey key(Path file, X509Certificate certificate) {
    try {
      return new PemFile(text(TlsConfig.KEY, file))
          .key(certificate.getPublicKey())
          .orElseThrow(
              () ->
                  new ConfigException(
                      TlsConfig.KEY
                          + " names "
                          + file
                          + ", which holds no key in PEM, or one with a password."));
    } catch (GeneralSecurityException e) {
      throw new ConfigException(notItsKey());
    }
  }

  private static String notItsKey() {
    return TlsConfig.KEY + " isn't the key of " + TlsConfig.CERTIFICATE + ".";
  }

  private static String text(String variable, Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new ConfigException(variable + " names " + file + ", which can't be read.");
    }
  }

  private boolean belongTogether() {
    try {
      String algorithm = KEY_TO_SIGNATURE.getOrDefault(key.getAlgorithm(), key.getAlgorithm());
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(SIGNED);
      byte[] signed = signature.sign();
      signature.initVerify(own().getPublicKey());
      signature.update(SIGNED);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
