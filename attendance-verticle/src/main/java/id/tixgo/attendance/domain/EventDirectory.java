package id.tixgo.attendance.domain;

import id.tixgo.common.clients.event.EventFacts;
import java.util.Optional;

/** The events that there are and were, as Event tells of them; a moment behind it. */
@FunctionalInterface
public interface EventDirectory {
  /** Empty for an event that nobody made. */
  Optional<EventFacts> find(String id);
}
