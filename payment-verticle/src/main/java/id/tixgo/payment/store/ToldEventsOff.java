package id.tixgo.payment.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.payment.store.CancelledEvents.EventOff;
import id.tixgo.payment.store.CancelledEvents.EventOn;
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
      apply(message.data(EventFacts.class), entries);
    }
  }

  private void apply(EventFacts event, Appender entries) {
    boolean wasOff = books.cancelled.isOff(event.id());
    if (event.isOff() && !wasOff) {
      entries.add(EventOff.begun(event.id(), false));
    } else if (wasOff && !event.isOff()) {
      entries.add(new EventOn(event.id()));
    }
  }

  /** Money that is promised stays promised. */
  @Override
  public void forget(Appender entries) {}
}
