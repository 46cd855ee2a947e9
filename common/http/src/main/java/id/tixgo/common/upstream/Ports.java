package id.tixgo.common.upstream;

import java.net.URI;

/** Where at its host somebody listens. */
public final class Ports {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private Ports() {}

  /** The port of an {@code http} or {@code https} address: the scheme's where none is said. */
  public static int of(URI address) {
    int usual = address.getScheme().equals("https") ? HTTPS : HTTP;
    return address.getPort() < 0 ? usual : address.getPort();
  }
}
