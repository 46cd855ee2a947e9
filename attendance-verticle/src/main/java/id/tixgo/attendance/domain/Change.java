package id.tixgo.attendance.domain;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;

/**
 * Something that happened to a ticket at an event. The changes of an event in order are its feed.
 */
public sealed interface Change extends Shareable permits ScanRecord, Undo, Resolution {
  String eventId();

  String ticketId();

  /** Who did it. */
  String staff();

  Instant at();

  /** The place in the event's order of changes, from 1 without a gap. */
  long seq();
}
