package id.tixgo.ticketing.domain;

import id.tixgo.common.clients.event.EventFacts;
import java.util.Optional;

/** What can still be had. */
public final class Availability {
  private Availability() {}

  /** How many of an event's places are left, whatever the types; all there are without capacity. */
  static int left(EventFacts event, Places ofEvent) {
    return event
        .capacity()
        .map(capacity -> Math.max(0, capacity - ofEvent.taken()))
        .orElse(Integer.MAX_VALUE);
  }

  /**
   * How many of a ticket type are left: of its quota, and of its event's capacity.
   *
   * @param event empty when nothing is known of it: then nothing is left
   */
  public static int of(TicketType type, Optional<EventFacts> event, Places ofType, Places ofEvent) {
    return event
        .filter(known -> !known.isOff())
        .map(known -> Math.min(type.free(ofType), left(known, ofEvent)))
        .orElse(0);
  }
}
