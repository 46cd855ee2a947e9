package id.tixgo.notification.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.Series;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.notification.domain.Notification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Notifications by their number, by whom they are for, and by when they are due. Each knows the one
 * before it of its user, also of one that is gone, so that the last of many takes no longer than
 * the first.
 */
final class NotificationTable implements StorePart {
  private final StagedMap<Notification> idToNotification;
  private final Series<Long> idToBefore;
  private final StagedMap<Long> userToLast;
  private final StagedCell<Long> last;
  private final DueMails due = new DueMails();

  /** By when they were sent or had failed. */
  private final TimedIds over = new TimedIds();

  /** The first that may be there; as readers see it. */
  private volatile long first = 1;

  /** A notification that is gone; its number is never used again. */
  record NotificationRemoved(long id) {}

  /** Those that are old and over. */
  record NotificationsForgotten(List<Long> ids) {
    NotificationsForgotten {
      ids = List.copyOf(ids);
    }
  }

  NotificationTable(StagedMaps maps) {
    this.idToNotification = maps.open("notification.notifications");
    this.idToBefore = maps.series("notification.before");
    this.userToLast = maps.open("notification.of-users");
    this.last = maps.cell();
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("notification", Notification.class, this::put, this::seen)
        .with(
            "notification_removed",
            NotificationRemoved.class,
            removed -> remove(removed.id()),
            removed -> gone(removed.id()))
        .with(
            "notifications_forgotten",
            NotificationsForgotten.class,
            forgotten -> forgotten.ids().forEach(this::remove),
            forgotten -> forgotten.ids().forEach(this::gone));
  }

  private void seen(Notification stored) {
    due.see(stored);
    over.remove(stored.id());
    stored.overSince().ifPresent(at -> over.put(stored.id(), at));
    pass();
  }

  private void gone(long id) {
    due.forget(id);
    over.remove(id);
    pass();
  }

  /** Nobody looks any more at the numbers before the first that is there. */
  private void pass() {
    long end = last.get().orElse(0L);
    long next = first;
    while (next < end && get(next).isEmpty()) {
      next++;
    }
    first = next;
  }

  /** The last number is told by a removal where the last one is gone. */
  @Override
  public Stream<Record> snapshot() {
    long end = last.get().orElse(0L);
    Stream<Record> top =
        end > 0 && get(end).isEmpty() ? Stream.of(new NotificationRemoved(end)) : Stream.empty();
    return Stream.concat(all(0), top);
  }

  @Override
  public long snapshotSize() {
    return idToNotification.size();
  }

  Optional<Notification> get(long id) {
    return idToNotification.get(String.valueOf(id));
  }

  /** In the order of their numbers, those after one. */
  Stream<Notification> all(long after) {
    return LongStream.rangeClosed(Math.max(after + 1, first), last.get().orElse(0L))
        .boxed()
        .flatMap(id -> get(id).stream());
  }

  /** In the order of their numbers. */
  Stream<Notification> ofUser(long userId) {
    return upTo(userToLast.get(String.valueOf(userId)).orElse(0L))
        .mapToObj(this::get)
        .flatMap(Optional::stream);
  }

  /** The numbers of one's user, up to it, in order; of some that are gone, too. */
  private LongStream upTo(long last) {
    return LongStream.iterate(last, id -> id > 0, this::before).sorted();
  }

  private long before(long id) {
    return requireNonNull(idToBefore.get(id));
  }

  /** The numbers of those that were over before then, those that are it longest first. */
  Stream<Long> over(Instant then) {
    return over.upTo(then.minusNanos(1));
  }

  List<Long> due(Instant now) {
    return due.before(now);
  }

  /** How many wait for their time. */
  int waiting() {
    return due.size();
  }

  /** For transactions, as what follows is. */
  Optional<Notification> staged(long id) {
    return idToNotification.staged(String.valueOf(id));
  }

  List<Long> stagedIdsOf(long userId) {
    return upTo(stagedLast(userId)).boxed().filter(id -> staged(id).isPresent()).toList();
  }

  /** Those that a mail server is, or was at the end of TixGo, being told. */
  List<Notification> stagedOnTheirWay() {
    return due.all()
        .flatMap(id -> staged(id).stream())
        .filter(known -> known.delivery().onItsWay())
        .toList();
  }

  long next() {
    return last.staged().orElse(0L) + 1;
  }

  private long stagedLast(long userId) {
    return userToLast.staged(String.valueOf(userId)).orElse(0L);
  }

  private void put(Notification notification) {
    if (notification.id() >= next()) {
      idToBefore.set(notification.id(), stagedLast(notification.userId()));
      userToLast.put(String.valueOf(notification.userId()), notification.id());
    }
    idToNotification.put(String.valueOf(notification.id()), notification);
    count(notification.id());
  }

  private void remove(long id) {
    idToNotification.remove(String.valueOf(id));
    count(id);
  }

  private void count(long id) {
    if (id >= next()) {
      last.set(id);
    }
  }
}
