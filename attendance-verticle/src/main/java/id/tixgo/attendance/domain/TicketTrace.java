package id.tixgo.attendance.domain;

import io.vertx.core.shareddata.Shareable;

/**
 * What is kept of a ticket that was ever held up, for as long as the process lives. An ordinary
 * ticket, which is let in once, takes no object for it: its trace is that scan. The collector
 * copies what stays, so each object less is time for scans.
 */
public sealed interface TicketTrace extends Shareable permits ScanRecord, TicketState {
  /** What an event knows of the ticket. */
  TicketState state();
}
