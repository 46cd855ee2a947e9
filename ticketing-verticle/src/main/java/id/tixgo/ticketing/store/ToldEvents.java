package id.tixgo.ticketing.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingStatus;
import java.util.Optional;

/**
 * What Event tells of events, in the catalogue. Of one that is off nothing is held any more; what
 * was paid stays paid until somebody gives the money back, and opens no door meanwhile.
 */
public final class ToldEvents implements FeedSubscriber {
  private static final Optional<String> WHY = Optional.of("EVENT_CANCELLED");

  private final TicketingState state;

  public ToldEvents(TicketingState state) {
    this.state = requireNonNull(state);
  }

  @Override
  public void apply(FeedMessage message, Appender entries) {
    state
        .events
        .apply(message, entries)
        .filter(EventFacts::isOff)
        .ifPresent(off -> endHolds(off, message, entries));
  }

  private void endHolds(EventFacts off, FeedMessage message, Appender entries) {
    StagedDesk desk = new StagedDesk(state, entries, message.at());
    for (Booking held : state.bookings.held(off.id())) {
      desk.end(held.ended(BookingStatus.CANCELLED, WHY, message.at()));
    }
  }

  @Override
  public void forget(Appender entries) {
    state.events.forget(entries);
  }
}
