package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Places that somebody wants to have held.
 *
 * @param byStaff whether an organiser's people book
 */
public record HoldRequest(String eventId, List<WantedPlaces> wanted, Buyer buyer, boolean byStaff) {
  public HoldRequest {
    requireNonNull(eventId);
    wanted = WantedPlaces.summed(wanted);
    requireNonNull(buyer);
  }
}
