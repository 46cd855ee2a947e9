package id.tixgo.event.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.text.Blanks;
import id.tixgo.common.text.SearchText;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which events are wanted.
 *
 * @param text found in the title, description or location; empty for all
 * @param from not over before then
 * @param to begun by then
 * @param venueId at that venue
 */
public record EventQuery(
    String text, Optional<Instant> from, Optional<Instant> to, Optional<Integer> venueId) {
  public EventQuery {
    text = SearchText.of(Blanks.cut(text));
    requireNonNull(from);
    requireNonNull(to);
    requireNonNull(venueId);
  }

  public boolean isAll() {
    return text.isEmpty() && from.isEmpty() && to.isEmpty() && venueId.isEmpty();
  }

  public boolean matches(Event event) {
    EventDetails details = event.details();
    Instant end = details.endTime().orElse(details.startTime());
    return from.map(time -> !end.isBefore(time)).orElse(true)
        && to.map(time -> !details.startTime().isAfter(time)).orElse(true)
        && (venueId.isEmpty() || venueId.equals(details.place().venueId()))
        && Stream.of(Optional.of(details.title()), details.description(), details.location())
            .flatMap(Optional::stream)
            .anyMatch(value -> SearchText.of(value).contains(text));
  }
}
