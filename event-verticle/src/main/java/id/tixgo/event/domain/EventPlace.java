package id.tixgo.event.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import java.util.Optional;

/** One of the venues, and maybe a room there; or nowhere that is known. */
public record EventPlace(Optional<Integer> venueId, Optional<Integer> roomId) {
  public static final EventPlace UNKNOWN = new EventPlace(Optional.empty(), Optional.empty());

  public EventPlace {
    requireNonNull(venueId);
    requireNonNull(roomId);
    if (roomId.isPresent() && venueId.isEmpty()) {
      throw Problem.invalid("body.room_id", "needs the venue_id of its venue", "venue_id");
    }
  }

  public static EventPlace venue(int venueId) {
    return new EventPlace(Optional.of(venueId), Optional.empty());
  }

  public static EventPlace room(int venueId, int roomId) {
    return new EventPlace(Optional.of(venueId), Optional.of(roomId));
  }
}
