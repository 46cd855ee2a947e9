package id.tixgo.common.http.limits;

import id.tixgo.common.config.TrustedProxies;
import java.util.Arrays;
import java.util.HexFormat;

/** Addresses that are one client's: an IPv6 network gives whoever joins it 2^64 of them. */
public final class AddressBlock {
  private static final int NETWORK_BYTES = 8;

  private AddressBlock() {}

  /** The same text for all of them; an IPv4 address is one of its own. */
  public static String of(String address) {
    return address.indexOf(':') < 0
        ? address
        : TrustedProxies.address(address)
            .map(known -> Arrays.copyOf(known.getAddress(), NETWORK_BYTES))
            .map(HexFormat.of()::formatHex)
            .orElse(address);
  }
}
