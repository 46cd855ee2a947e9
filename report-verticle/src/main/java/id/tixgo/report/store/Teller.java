package id.tixgo.report.store;

import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.report.domain.FactDesk;

/** What a feed's messages say, as facts. */
public interface Teller {
  /** The service whose feed it is. */
  String feed();

  /** Adds the fact of a message; one of a type that it doesn't know is none. */
  void tell(FeedMessage message, FactDesk desk);
}
