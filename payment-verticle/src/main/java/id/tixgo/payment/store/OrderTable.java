package id.tixgo.payment.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.ServiceType;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/** Orders, found by their number, by what they are for, by payer and by event. */
final class OrderTable implements StorePart {
  private final StagedMap<Order> idToOrder;
  private final StagedMap<Long> soldToOrder;
  private final StagedCell<Long> last;
  private final NavigableSet<Long> creditsDue = new ConcurrentSkipListSet<>();
  private final Deadlines ends = new Deadlines();
  private final Map<Long, NavigableSet<Long>> userToIds = new ConcurrentHashMap<>();
  private final Map<String, NavigableSet<Long>> eventToIds = new ConcurrentHashMap<>();

  OrderTable(StagedMaps maps, MapGroup group) {
    this.idToOrder = maps.open("payment.orders", group);
    this.soldToOrder = maps.open("payment.sold", group);
    this.last = maps.cell(group);
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types.with("order", Order.class, this::put, this::see);
  }

  @Override
  public Stream<Record> snapshot() {
    return idToOrder.values().stream()
        .sorted(Comparator.comparingLong(Order::id))
        .map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return idToOrder.size();
  }

  Optional<Order> get(long id) {
    return idToOrder.get(String.valueOf(id));
  }

  /** The newest first. */
  Stream<Order> list(Optional<Long> userId) {
    return userId.map(user -> newest(userToIds.get(user))).orElseGet(this::all);
  }

  private Stream<Order> all() {
    return idToOrder.values().stream().sorted(Comparator.comparingLong(Order::id).reversed());
  }

  /** Those of an event whose numbers are greater, the oldest first. */
  Stream<Order> ofEvent(String eventId, long after) {
    return known(eventToIds.get(eventId)).tailSet(after, false).stream()
        .flatMap(id -> get(id).stream());
  }

  private Stream<Order> newest(NavigableSet<Long> ids) {
    return known(ids).descendingSet().stream().flatMap(id -> get(id).stream());
  }

  private static NavigableSet<Long> known(NavigableSet<Long> ids) {
    return ids == null ? Collections.emptyNavigableSet() : ids;
  }

  /** Stored top-ups that are paid and aren't in their wallets yet, the oldest first. */
  List<Long> creditsDue() {
    return List.copyOf(creditsDue);
  }

  /** Stored orders whose time to be paid is over and that aren't ended, as far as wanted. */
  List<Long> over(Instant now, LongPredicate wanted) {
    return ends.due(now, wanted);
  }

  private void see(Order order) {
    index(userToIds, order.offer().payer().userId(), order.id());
    order.offer().eventId().ifPresent(event -> index(eventToIds, event, order.id()));
    ends.see(order.id(), order.endsAt());
    if (order.isCreditDue()) {
      creditsDue.add(order.id());
    } else {
      creditsDue.remove(order.id());
    }
  }

  /** For transactions, as what follows is. */
  Optional<Order> staged(long id) {
    return idToOrder.staged(String.valueOf(id));
  }

  Optional<Order> staged(ServiceType type, String serviceId) {
    return soldToOrder.staged(key(type, serviceId)).flatMap(this::staged);
  }

  long next() {
    return last.staged().orElse(0L) + 1;
  }

  private void put(Order order) {
    idToOrder.put(String.valueOf(order.id()), order);
    String key = key(order.offer().serviceType(), order.offer().serviceId());
    if (soldToOrder.staged(key).orElse(0L) < order.id()) {
      soldToOrder.put(key, order.id());
    }
    if (order.id() >= next()) {
      last.set(order.id());
    }
  }

  private static <K> void index(Map<K, NavigableSet<Long>> map, K key, long id) {
    map.computeIfAbsent(key, k -> new ConcurrentSkipListSet<>()).add(id);
  }

  private static String key(ServiceType type, String serviceId) {
    return type + ":" + serviceId;
  }
}
