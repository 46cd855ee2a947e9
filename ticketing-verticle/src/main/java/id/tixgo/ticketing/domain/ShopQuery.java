package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.clients.event.VenueFacts;
import id.tixgo.common.text.Blanks;
import id.tixgo.common.text.SearchText;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which events somebody looks for.
 *
 * @param text found in the title, the location or the venue's name; empty for all
 * @param from not over before then
 * @param to begun by then
 */
public record ShopQuery(
    String text, Optional<Instant> from, Optional<Instant> to, Optional<Integer> venueId) {
  public ShopQuery {
    text = SearchText.of(Blanks.cut(text));
    requireNonNull(from);
    requireNonNull(to);
    requireNonNull(venueId);
  }

  boolean matches(EventFacts event) {
    Instant end = event.endTime().orElse(event.startTime());
    return from.map(time -> !end.isBefore(time)).orElse(true)
        && to.map(time -> !event.startTime().isAfter(time)).orElse(true)
        && venueId.map(id -> event.venue().filter(v -> v.id() == id).isPresent()).orElse(true)
        && texts(event).anyMatch(value -> SearchText.of(value).contains(text));
  }

  private static Stream<String> texts(EventFacts event) {
    return Stream.of(
            Optional.of(event.title()), event.location(), event.venue().map(VenueFacts::name))
        .flatMap(Optional::stream);
  }
}
