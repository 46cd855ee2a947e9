package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Places of one ticket type that somebody wants.
 *
 * @param quantity at least 1
 * @param holders of the first of them; at most as many as there are
 */
public record WantedPlaces(String ticketTypeId, int quantity, List<Holder> holders) {
  public WantedPlaces {
    requireNonNull(ticketTypeId);
    holders = List.copyOf(holders);
    if (holders.size() > quantity) {
      throw Problem.invalid("body.holders", "are more than the quantity", "maxItems");
    }
  }

  /** The same with a type that comes twice as one, so that its limits can't be got round. */
  static List<WantedPlaces> summed(List<WantedPlaces> wanted) {
    Map<String, WantedPlaces> typeToSum = new LinkedHashMap<>();
    wanted.forEach(places -> typeToSum.merge(places.ticketTypeId, places, WantedPlaces::plus));
    return List.copyOf(typeToSum.values());
  }

  /** Each holder stays with a place; those of before that nobody is named for stay unnamed. */
  private WantedPlaces plus(WantedPlaces more) {
    List<Holder> all = new ArrayList<>(holders);
    while (!more.holders.isEmpty() && all.size() < quantity) {
      all.add(Holder.UNNAMED);
    }
    all.addAll(more.holders);
    return new WantedPlaces(ticketTypeId, Math.addExact(quantity, more.quantity), all);
  }
}
