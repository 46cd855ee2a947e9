package id.tixgo.notification.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.clients.event.VenueFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.notification.domain.KnownEvent;
import id.tixgo.notification.domain.Letter;
import id.tixgo.notification.domain.LetterKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Event tells of events: whoever has paid for places hears of another time or place. */
public final class ToldHappenings implements FeedSubscriber {
  private static final Set<String> TYPES =
      Set.of(EventFacts.MADE, EventFacts.CHANGED, EventFacts.REMOVED);

  private final NotificationState state;
  private final News news;

  public ToldHappenings(NotificationState state, News news) {
    this.state = requireNonNull(state);
    this.news = requireNonNull(news);
  }

  @Override
  public void apply(FeedMessage message, Appender entries) {
    if (TYPES.contains(message.type())) {
      apply(known(message.data(EventFacts.class)), message.at(), entries);
    }
  }

  private void apply(KnownEvent event, Instant at, Appender entries) {
    Optional<KnownEvent> before = state.places.stagedEvent(event.id());
    if (!before.equals(Optional.of(event))) {
      entries.add(event);
    }
    before
        .filter(known -> !known.off() && !known.isBefore(at))
        .flatMap(known -> kind(known, event))
        .ifPresent(kind -> tell(kind, event, at, entries));
  }

  private static Optional<LetterKind> kind(KnownEvent before, KnownEvent now) {
    if (now.off()) {
      return Optional.of(LetterKind.EVENT_CANCELLED);
    }
    return Optional.of(LetterKind.EVENT_CHANGED)
        .filter(changed -> !now.draft() && now.differsForVisitors(before));
  }

  /** Who has paid since isn't told when it is told again. */
  private void tell(LetterKind kind, KnownEvent event, Instant at, Appender entries) {
    if (news.begin(entries, "event:" + event.id() + ':' + at, at)) {
      Letter letter = Letter.of(kind, Map.of(Letter.EVENT, event.id()));
      state
          .places
          .stagedVisitors(event.id())
          .toList()
          .forEach(userId -> news.write(entries, userId, letter, at));
    }
  }

  private static KnownEvent known(EventFacts event) {
    return new KnownEvent(
        event.id(),
        event.title(),
        event.startTime(),
        event.endTime(),
        event.venue().map(ToldHappenings::place).or(event::location),
        event.timeZone(),
        event.isDraft(),
        event.isOff(),
        event.createdBy());
  }

  private static String place(VenueFacts venue) {
    return venue.roomName().map(room -> venue.name() + ", " + room).orElse(venue.name());
  }

  /** What was told stays told; what is told again is known by the same names. */
  @Override
  public void forget(Appender entries) {}
}
