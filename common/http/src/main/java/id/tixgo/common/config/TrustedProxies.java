package id.tixgo.common.config;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * The proxies that are believed when they say whom a request comes from: {@code TRUSTED_PROXIES}.
 */
public record TrustedProxies(List<Network> networks) {
  private static final String VARIABLE = "TRUSTED_PROXIES";

  public TrustedProxies {
    networks = List.copyOf(networks);
  }

  /**
   * The addresses that begin with the same bits.
   *
   * @param bits how many; all of them for a single address
   */
  public record Network(InetAddress address, int bits) {
    boolean contains(InetAddress other) {
      byte[] mine = address.getAddress();
      byte[] its = other.getAddress();
      if (mine.length != its.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        if (((mine[bit / 8] ^ its[bit / 8]) & (0x80 >> bit % 8)) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  public static TrustedProxies from(Env env) {
    return new TrustedProxies(
        env.list(VARIABLE, "").stream().map(TrustedProxies::network).toList());
  }

  public boolean contain(String address) {
    return !networks.isEmpty()
        && address(address)
            .map(known -> networks.stream().anyMatch(network -> network.contains(known)))
            .orElse(false);
  }

  private static Network network(String text) {
    int slash = text.indexOf('/');
    InetAddress address =
        address(slash < 0 ? text : text.substring(0, slash)).orElseThrow(() -> unusable(text));
    int longest = 8 * address.getAddress().length;
    return new Network(address, slash < 0 ? longest : bits(text, slash, longest));
  }

  private static int bits(String text, int slash, int longest) {
    String bits = text.substring(slash + 1);
    if (!bits.matches("\\d{1,3}") || Integer.parseInt(bits) > longest) {
      throw unusable(text);
    }
    return Integer.parseInt(bits);
  }

  /** An address as it is written, never a name that would have to be asked for. */
  public static Optional<InetAddress> address(String text) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
    try {
      return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ConfigException unusable(String text) {
    return new ConfigException(
        VARIABLE
            + " has '"
            + text
            + "', but must be addresses or networks like 10.0.0.7 or 10.0.0.0/8, with commas"
            + " between.");
  }
}
