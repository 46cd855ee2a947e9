package id.tixgo.notification.domain;

import io.vertx.core.Future;
import java.util.List;

/** What a booking's buyer takes along: tickets to print, and an entry for a calendar. */
public interface TicketFiles {
  /**
   * None when they are too large for a mail. Fails with a problem of kind {@code CONFLICT} or
   * {@code NOT_FOUND} when there are no tickets any more.
   *
   * @param language a BCP 47 tag
   */
  Future<List<Enclosure>> of(String bookingId, String language);
}
