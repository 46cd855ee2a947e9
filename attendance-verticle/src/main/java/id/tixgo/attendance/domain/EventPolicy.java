package id.tixgo.attendance.domain;

import id.tixgo.common.clients.event.EventFacts;
import java.util.Optional;

/**
 * Which events have doors at all.
 *
 * @param refusesUnknown whether an event must have been made; otherwise any id is an event
 */
public record EventPolicy(boolean refusesUnknown) {
  /** Any id is an event. */
  public static final EventPolicy ANY = new EventPolicy(false);

  private static final Optional<Refusal> UNKNOWN = Optional.of(Refusal.UNKNOWN_EVENT);
  private static final Optional<Refusal> CANCELLED = Optional.of(Refusal.EVENT_CANCELLED);

  /** Why nobody enters, whatever the ticket; empty when the event takes place. */
  Optional<Refusal> refusal(Optional<EventFacts> event) {
    if (event.isEmpty()) {
      return refusesUnknown ? UNKNOWN : Optional.empty();
    }
    return event.get().isOff() ? CANCELLED : Optional.empty();
  }
}
