package id.tixgo.notification.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.notification.domain.Notification;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Notifications by their number, by whom they are for, and by when they are due. */
final class NotificationTable implements StorePart {
  private final StagedMap<Notification> idToNotification;
  private final StagedMap<OwnIds> userToIds;
  private final StagedCell<Long> last;
  private final DueMails due = new DueMails();

  /** A notification that is gone; its number is never used again. */
  record NotificationRemoved(long id) {}

  /** The numbers of a user's, in the order in which they came. */
  private record OwnIds(List<Long> all) implements Shareable {
    OwnIds with(long id) {
      return all.contains(id)
          ? this
          : new OwnIds(Stream.concat(all.stream(), Stream.of(id)).toList());
    }

    OwnIds without(long id) {
      return new OwnIds(all.stream().filter(other -> other != id).toList());
    }
  }

  NotificationTable(StagedMaps maps) {
    this.idToNotification = maps.open("notification.notifications");
    this.userToIds = maps.open("notification.of-users");
    this.last = maps.cell();
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("notification", Notification.class, this::put, due::see)
        .with(
            "notification_removed",
            NotificationRemoved.class,
            this::remove,
            removed -> due.forget(removed.id()));
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
    return LongStream.rangeClosed(after + 1, last.get().orElse(0L))
        .boxed()
        .flatMap(id -> get(id).stream());
  }

  Stream<Notification> ofUser(long userId) {
    return userToIds.get(String.valueOf(userId)).stream()
        .flatMap(ids -> ids.all().stream())
        .flatMap(id -> get(id).stream());
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
    return stagedIds(userId).all();
  }

  long next() {
    return last.staged().orElse(0L) + 1;
  }

  private OwnIds stagedIds(long userId) {
    return userToIds.staged(String.valueOf(userId)).orElse(new OwnIds(List.of()));
  }

  private void put(Notification notification) {
    if (staged(notification.id()).isEmpty()) {
      userToIds.put(
          String.valueOf(notification.userId()),
          stagedIds(notification.userId()).with(notification.id()));
    }
    idToNotification.put(String.valueOf(notification.id()), notification);
    count(notification.id());
  }

  private void remove(NotificationRemoved removed) {
    staged(removed.id())
        .ifPresent(
            known ->
                userToIds.put(
                    String.valueOf(known.userId()),
                    stagedIds(known.userId()).without(removed.id())));
    idToNotification.remove(String.valueOf(removed.id()));
    count(removed.id());
  }

  private void count(long id) {
    if (id >= next()) {
      last.set(id);
    }
  }
}
