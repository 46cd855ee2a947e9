package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Places that somebody wants to have held.
 *
 * @param byStaff whether an organiser's people book
 * @param voucher the code of one, as it was typed
 */
public record HoldRequest(
    String eventId,
    List<WantedPlaces> wanted,
    Buyer buyer,
    boolean byStaff,
    Optional<String> voucher) {
  public HoldRequest {
    requireNonNull(eventId);
    wanted = WantedPlaces.summed(wanted);
    requireNonNull(buyer);
    voucher = voucher.map(code -> code.toUpperCase(Locale.ROOT));
  }
}
