package id.tixgo.common.tls;

import static java.util.Objects.requireNonNull;

import java.net.Socket;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts servers that show one of our own certificates, whatever name they are called by: who has
 * its key is one of us. All others have to be vouched for and called by their names, as ever.
 */
public final class OwnTrust extends X509ExtendedTrustManager {
  private final Supplier<List<X509Certificate>> own;

  public OwnTrust(Supplier<List<X509Certificate>> own) {
    this.own = requireNonNull(own);
  }

  /** Read when it is needed first: it takes a tenth of a second, and most never need it. */
  private static final class Others {
    static final X509ExtendedTrustManager MANAGER = known();

    private static X509ExtendedTrustManager known() {
      try {
        TrustManagerFactory factory =
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Stream.of(factory.getTrustManagers())
            .filter(X509ExtendedTrustManager.class::isInstance)
            .map(X509ExtendedTrustManager.class::cast)
            .findFirst()
            .orElseThrow();
      } catch (NoSuchAlgorithmException | KeyStoreException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private boolean isOwn(X509Certificate[] chain) {
    return own.get().contains(chain[0]);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    if (!isOwn(chain)) {
      Others.MANAGER.checkServerTrusted(chain, type, engine);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    if (!isOwn(chain)) {
      Others.MANAGER.checkServerTrusted(chain, type, socket);
    }
  }

  /** Without the connection no name can be compared, so that only our own are trusted. */
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    if (!isOwn(chain)) {
      throw new CertificateException("The server isn't one of ours.");
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("No client shows a certificate here.");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
