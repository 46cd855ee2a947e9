package id.tixgo.ticketing.document;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.clients.event.VenueFacts;
import java.util.Optional;

/** Where an event takes place, as it is read: the venue, and below it its address. */
final class PlaceText {
  private PlaceText() {}

  /** The venue's words, else the organiser's. */
  static Optional<String> of(EventFacts event) {
    return event.venue().map(PlaceText::of).or(event::location);
  }

  private static String of(VenueFacts venue) {
    String room = venue.roomName().map(name -> ", " + name).orElse("");
    return venue.name() + room + venue.address().map(address -> '\n' + address).orElse("");
  }
}
