package id.tixgo.notification.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.scope.Once;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.Store;
import id.tixgo.notification.domain.Delivery;
import id.tixgo.notification.domain.KnownEvent;
import id.tixgo.notification.domain.LetterSource;
import id.tixgo.notification.domain.MailStatus;
import id.tixgo.notification.domain.Notification;
import id.tixgo.notification.domain.NotificationRefusals;
import id.tixgo.notification.domain.NotificationStore;
import id.tixgo.notification.domain.OwnWords;
import id.tixgo.notification.domain.Recipient;
import id.tixgo.notification.store.FactTable.FeedFollowed;
import id.tixgo.notification.store.FactTable.NewsBegun;
import id.tixgo.notification.store.NotificationTable.NotificationRemoved;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Notifications, changed through the store. */
public final class StoredNotifications implements NotificationStore, LetterSource {
  private final NotificationState state;
  private final Store store;
  private final Context context;
  private final MessageIds messageIds;

  /**
   * @param context where answers are wanted
   */
  public StoredNotifications(
      NotificationState state, Store store, Context context, MessageIds messageIds) {
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
    this.messageIds = requireNonNull(messageIds);
  }

  @Override
  public Future<Notification> add(
      long userId, String message, Instant now, Once<Notification> once) {
    return store.commit(
        context, state.keys.once(once, entries -> added(userId, message, now, entries)));
  }

  private Notification added(long userId, String message, Instant now, Appender entries) {
    if (state.recipients.staged(userId).filter(known -> !known.isGone()).isEmpty()) {
      throw NotificationRefusals.userUnknown();
    }
    Notification made =
        new Notification(
            state.notifications.next(),
            userId,
            message,
            Optional.empty(),
            MailStatus.PENDING,
            Delivery.none(messageIds.next()),
            now,
            Optional.empty());
    entries.add(made);
    return made;
  }

  @Override
  public Optional<Notification> find(long id) {
    return state.notifications.get(id);
  }

  @Override
  public Future<List<Notification>> list(Optional<Long> userId, Predicate<Notification> wanted) {
    return context.executeBlocking(() -> of(userId).filter(wanted).toList(), false);
  }

  private Stream<Notification> of(Optional<Long> userId) {
    return userId.map(state.notifications::ofUser).orElseGet(() -> state.notifications.all(0));
  }

  @Override
  public Future<Notification> change(long id, UnaryOperator<Notification> change) {
    return store.commit(
        context,
        entries -> {
          Notification known = staged(id);
          Notification changed = change.apply(known);
          if (!changed.equals(known)) {
            entries.add(changed);
          }
          return changed;
        });
  }

  @Override
  public Future<Notification> remove(long id, Consumer<Notification> guard) {
    return store.commit(
        context,
        entries -> {
          Notification known = staged(id);
          guard.accept(known);
          entries.add(new NotificationRemoved(id));
          return known;
        });
  }

  @Override
  public Optional<Recipient> recipient(long userId) {
    return state.recipients.get(userId);
  }

  @Override
  public Optional<KnownEvent> event(String id) {
    return state.places.event(id);
  }

  @Override
  public Optional<OwnWords> words(String eventId, String language) {
    return state.words.get(eventId, language);
  }

  /** From now on what happens is news; nothing is on its way yet. */
  public Future<Void> begin(Instant now) {
    return store.commit(
        context,
        entries -> {
          if (!state.facts.hasBegun()) {
            entries.add(new NewsBegun(now));
          }
          if (!state.facts.isFollowed(ToldTransfers.FEED)) {
            entries.add(new FeedFollowed(ToldTransfers.FEED, now));
          }
          state.notifications.stagedOnTheirWay().forEach(cut -> entries.add(cut.cutOff(now)));
          return null;
        });
  }

  @Override
  public List<Long> due(Instant now) {
    return state.notifications.due(now);
  }

  private Notification staged(long id) {
    return state.notifications.staged(id).orElseThrow(NotificationRefusals::notFound);
  }
}
