package id.tixgo.attendance.domain;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a ticket at an event. The changes of an event in order are its feed.
 */
public sealed interface Change extends Shareable permits ScanRecord, Undo, Resolution {
  String eventId();

  String ticketId();

  /** The name of who did it, as it was then. */
  String staff();

  /** The number of who did it; empty in what was kept before there were numbers. */
  Optional<Long> staffId();

  Instant at();

  /** The place in the event's order of changes, from 1 without a gap. */
  long seq();
}
