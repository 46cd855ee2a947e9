package id.tixgo.ticketing.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.metrics.Meters;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.ticketing.domain.QueuePlace;
import id.tixgo.ticketing.domain.QueuePlace.LetIn;
import id.tixgo.ticketing.domain.SaleQueue;
import id.tixgo.ticketing.domain.SaleQueues;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Who waits to be let in to events' sales, and who was. */
final class QueueTable implements StorePart, SaleQueues {
  private final StagedMap<SaleQueue> eventToQueue;
  private final StagedMap<QueuePlace> keyToPlace;
  private final Map<String, QueueOrder> eventToOrder = new ConcurrentHashMap<>();
  private final ChangedEvents changed;

  /** With what says where the place was. */
  record QueuePlaceRemoved(String eventId, long userId, long number, Optional<Instant> until) {}

  QueueTable(StagedMaps maps, ChangedEvents changed) {
    this.changed = requireNonNull(changed);
    this.eventToQueue = maps.open("ticketing.queues");
    this.keyToPlace = maps.open("ticketing.queue-places");
  }

  void measure(Meters meters) {
    meters.gauge(
        "tixgo.queue.waiting",
        "Buyers who wait to be let in to a sale",
        () -> eventToQueue.values().stream().mapToInt(SaleQueue::waiting).sum());
    meters.gauge(
        "tixgo.queue.inside",
        "Buyers who were let in to a sale and haven't booked",
        () -> eventToQueue.values().stream().mapToInt(SaleQueue::inside).sum());
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("sale_queue", SaleQueue.class, queue -> eventToQueue.put(queue.eventId(), queue))
        .with(
            "queue_place",
            QueuePlace.class,
            place -> keyToPlace.put(key(place.eventId(), place.userId()), place),
            this::committed)
        .with(
            "queue_place_removed",
            QueuePlaceRemoved.class,
            removed -> keyToPlace.remove(key(removed.eventId(), removed.userId())),
            this::committed);
  }

  @Override
  public Stream<Record> snapshot() {
    return Stream.concat(eventToQueue.values().stream(), keyToPlace.values().stream())
        .map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return (long) eventToQueue.size() + keyToPlace.size();
  }

  @Override
  public Optional<QueuePlace> place(String eventId, long userId) {
    return keyToPlace.get(key(eventId, userId));
  }

  @Override
  public SaleQueue queue(String eventId) {
    return eventToQueue.get(eventId).orElseGet(() -> SaleQueue.of(eventId));
  }

  @Override
  public int position(QueuePlace place) {
    return order(place.eventId()).position(place.number());
  }

  @Override
  public double letInLately(String eventId, Instant now) {
    return order(eventId).letInLately(now);
  }

  @Override
  public boolean isEmpty() {
    return keyToPlace.size() == 0;
  }

  @Override
  public Stream<QueuePlace> waiting() {
    return keyToPlace.values().stream().filter(QueuePlace::isWaiting);
  }

  /** Events at which somebody waits or was let in, as it is stored. */
  List<String> events() {
    return eventToOrder.entrySet().stream()
        .filter(order -> !order.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** For transactions, as what follows is. */
  Optional<QueuePlace> stagedPlace(String eventId, long userId) {
    return keyToPlace.staged(key(eventId, userId));
  }

  SaleQueue stagedQueue(String eventId) {
    return eventToQueue.staged(eventId).orElseGet(() -> SaleQueue.of(eventId));
  }

  /** In their order; who came a moment ago is last, and may be missing. */
  Stream<QueuePlace> stagedWaiting(String eventId) {
    return staged(eventId, order(eventId).waiting()).filter(QueuePlace::isWaiting);
  }

  /** Those who were let in, in the order in which their time is over. */
  Stream<QueuePlace> stagedLetIn(String eventId) {
    return staged(eventId, order(eventId).letIn()).filter(place -> !place.isWaiting());
  }

  private Stream<QueuePlace> staged(String eventId, Stream<Long> users) {
    return users.flatMap(user -> stagedPlace(eventId, user).stream());
  }

  private void committed(QueuePlace place) {
    QueueOrder order = order(place.eventId());
    if (place.isWaiting()) {
      order.join(place.number(), place.userId());
    } else {
      LetIn in = place.letIn().orElseThrow();
      order.letIn(place.number(), place.userId(), in.at(), in.until());
    }
    changed.see(place.eventId());
  }

  private void committed(QueuePlaceRemoved removed) {
    QueueOrder order = order(removed.eventId());
    order.leave(removed.number());
    removed.until().ifPresent(until -> order.end(removed.userId(), until));
    changed.see(removed.eventId());
  }

  private QueueOrder order(String eventId) {
    return eventToOrder.computeIfAbsent(eventId, first -> new QueueOrder());
  }

  private static String key(String eventId, long userId) {
    return userId + "/" + eventId;
  }
}
