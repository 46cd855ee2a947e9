package id.tixgo.report.store;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.report.domain.FactDesk;
import id.tixgo.report.domain.ReportedEvent;

/** What Event tells: which events there are, and whose they are. */
final class ToldReportEvents implements Teller {
  @Override
  public String feed() {
    return ReportedEvent.FEED;
  }

  @Override
  public void tell(FeedMessage message, FactDesk desk) {
    switch (message.type()) {
      case EventFacts.MADE, EventFacts.CHANGED, EventFacts.REMOVED -> {
        EventFacts told = message.data(EventFacts.class);
        desk.put(
            new ReportedEvent(
                told.id(), told.title(), told.startTime(), told.status(), told.createdBy()));
      }
      default -> {}
    }
  }
}
