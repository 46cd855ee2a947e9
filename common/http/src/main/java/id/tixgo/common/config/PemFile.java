package id.tixgo.common.config;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Certificates and keys as PEM files hold them (RFC 7468). */
record PemFile(String text) {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  private static final String PKCS_8 = "PRIVATE KEY";

  /** Those of one algorithm, as OpenSSL and Caddy write them (RFC 8017 and 5915). */
  private static final List<String> OF_ONE_ALGORITHM = List.of("RSA PRIVATE KEY", "EC PRIVATE KEY");

  private static final byte[] VERSION_0 = {2, 1, 0};
  private static final int SEQUENCE = 0x30;
  private static final int OCTET_STRING = 0x04;

  PemFile {
    requireNonNull(text);
  }

  /** In the order of the file. */
  List<X509Certificate> certificates() throws CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<X509Certificate> certificates = new ArrayList<>();
    for (byte[] der : blocks(List.of("CERTIFICATE"))) {
      certificates.add(
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
    }
    return certificates;
  }

  /** The key that may belong to a public one; empty when there is none that can be read. */
  Optional<PrivateKey> key(PublicKey of) throws GeneralSecurityException {
    List<byte[]> ready = blocks(List.of(PKCS_8));
    List<byte[]> bare = blocks(OF_ONE_ALGORITHM);
    if (ready.isEmpty() && bare.isEmpty()) {
      return Optional.empty();
    }
    byte[] der = ready.isEmpty() ? named(bare.get(0), of) : ready.get(0);
    KeyFactory factory = KeyFactory.getInstance(of.getAlgorithm());
    return Optional.of(factory.generatePrivate(new PKCS8EncodedKeySpec(der)));
  }

  private List<byte[]> blocks(List<String> labels) {
    return BLOCK
        .matcher(text)
        .results()
        .filter(block -> labels.contains(block.group(1)))
        .map(PemFile::bytes)
        .toList();
  }

  private static byte[] bytes(MatchResult block) {
    return Base64.getMimeDecoder().decode(block.group(2));
  }

  /** With the name of its algorithm before it (PKCS #8), which the public key has, too. */
  private static byte[] named(byte[] key, PublicKey of) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(VERSION_0);
    all.writeBytes(algorithm(of.getEncoded()));
    all.writeBytes(element(OCTET_STRING, key));
    return element(SEQUENCE, all.toByteArray());
  }

  /** The first element of the sequence that a public key is. */
  private static byte[] algorithm(byte[] publicKey) {
    int start = contentAt(publicKey, 0);
    int content = contentAt(publicKey, start);
    return Arrays.copyOfRange(publicKey, start, content + lengthAt(publicKey, start));
  }

  private static int contentAt(byte[] der, int element) {
    int first = der[element + 1] & 0xff;
    return element + 2 + (first < 0x80 ? 0 : first & 0x7f);
  }

  private static int lengthAt(byte[] der, int element) {
    int length = der[element + 1] & 0xff;
    if (length < 0x80) {
      return length;
    }
    length = 0;
    for (int i = element + 2; i < contentAt(der, element); i++) {
      length = (length << 8) | (der[i] & 0xff);
    }
    return length;
  }

  private static byte[] element(int tag, byte[] content) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    if (content.length >= 0x80) {
      all.write(0x82);
      all.write(content.length >> 8);
    }
    all.write(content.length);
    all.writeBytes(content);
    return all.toByteArray();
  }
}
