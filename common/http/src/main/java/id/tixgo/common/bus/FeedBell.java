package id.tixgo.common.bus;

import static java.util.Objects.requireNonNull;

/**
 * Published on {@link #address}: the service's feed has more messages. It may be lost; who follows
 * looks by itself, too.
 */
public record FeedBell(String service) {
  public FeedBell {
    requireNonNull(service);
  }

  public static String address(String service) {
    return service + ".feed";
  }
}
