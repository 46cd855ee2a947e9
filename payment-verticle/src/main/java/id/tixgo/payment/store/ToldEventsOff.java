package id.tixgo.payment.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.payment.store.CancelledEvents.EventOff;
import java.util.Set;

/** What Event tells of events that don't take place: their money goes back. */
public final class ToldEventsOff implements FeedSubscriber {
  private static final Set<String> TYPES =
      Set.of(EventFacts.MADE, EventFacts.CHANGED, EventFacts.REMOVED);

  private final PaymentBooks books;

  public ToldEventsOff(PaymentBooks books) {
    this.books = requireNonNull(books);
  }

  @Override
  public void apply(FeedMessage message, Appender entries) {
    if (TYPES.contains(message.type())) {
      EventFacts event = message.data(EventFacts.class);
      if (event.isOff() && !books.cancelled.isOpen(event.id())) {
        entries.add(new EventOff(event.id(), false));
      }
    }
  }

  /** Money that is promised stays promised. */
  @Override
  public void forget(Appender entries) {}
}
