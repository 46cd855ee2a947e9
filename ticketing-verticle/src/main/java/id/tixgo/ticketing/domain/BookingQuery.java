package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.text.Blanks;
import id.tixgo.common.text.SearchText;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which bookings are wanted.
 *
 * @param text found in a booking's or ticket's id, the buyer's or a holder's name or e-mail
 *     address; empty for all
 */
public record BookingQuery(
    Optional<String> eventId, Optional<Long> userId, Optional<BookingStatus> status, String text) {
  public BookingQuery {
    requireNonNull(eventId);
    requireNonNull(userId);
    requireNonNull(status);
    text = SearchText.of(Blanks.cut(text));
  }

  public boolean matches(Booking booking) {
    return eventId.map(booking.eventId()::equals).orElse(true)
        && userId.map(id -> id == booking.buyer().userId()).orElse(true)
        && status.map(wanted -> wanted == booking.status()).orElse(true)
        && (text.isEmpty() || texts(booking).anyMatch(this::isIn));
  }

  private boolean isIn(String value) {
    return SearchText.of(value).contains(text);
  }

  private static Stream<String> texts(Booking booking) {
    Stream<Holder> people =
        Stream.of(
                booking.buyer().guest().stream(),
                booking.items().stream().flatMap(item -> item.holders().stream()),
                booking.tickets().stream().map(IssuedTicket::holder))
            .flatMap(holders -> holders);
    return Stream.concat(
        Stream.of(booking.id(), booking.buyer().username()),
        Stream.concat(
            booking.tickets().stream().map(IssuedTicket::code),
            people.flatMap(
                person -> Stream.concat(person.name().stream(), person.email().stream()))));
  }
}
