package id.tixgo.common.http;

import id.tixgo.common.metrics.Meters;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many connections all event loops have of a service, in all and by address. */
final class ConnectionCount implements Shareable {
  /** Stands for addresses that aren't counted. */
  static final String EVERYBODY = "";

  /** More services than any house has. */
  private static final int MOST_OF_THE_HOUSE = 1_000;

  private final Set<String> house = ConcurrentHashMap.newKeySet();
  private final AtomicInteger all = new AtomicInteger();
  private final Map<String, Integer> addressToCount = new ConcurrentHashMap<>();

  static ConnectionCount of(Vertx vertx, String service) {
    LocalMap<String, ConnectionCount> map = vertx.sharedData().getLocalMap("http.connections");
    return map.computeIfAbsent(service, first -> measured(vertx, service));
  }

  private static ConnectionCount measured(Vertx vertx, String service) {
    ConnectionCount count = new ConnectionCount();
    Meters.of(vertx).gauge("tixgo.connections", "Open connections", count::all, "service", service);
    return count;
  }

  int all() {
    return all.get();
  }

  /** How many the address has now; 0 where nobody counts. */
  int opened(String address) {
    all.incrementAndGet();
    if (address.equals(EVERYBODY)) {
      return 0;
    }
    int now = addressToCount.merge(address, 1, Integer::sum);
    return house.contains(address) ? 0 : now;
  }

  /** A service of the house calls from there, for as many clients as it has itself. */
  void isOfTheHouse(String address) {
    if (house.size() < MOST_OF_THE_HOUSE) {
      house.add(address);
    }
  }

  void closed(String address) {
    all.decrementAndGet();
    addressToCount.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
  }
}
