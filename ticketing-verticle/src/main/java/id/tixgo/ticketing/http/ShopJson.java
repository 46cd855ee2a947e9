package id.tixgo.ticketing.http;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.clients.event.VenueFacts;
import id.tixgo.common.money.Money;
import id.tixgo.ticketing.domain.SaleState;
import id.tixgo.ticketing.domain.Showcase.Shown;
import id.tixgo.ticketing.domain.Showcase.ShownType;
import id.tixgo.ticketing.domain.TicketTypeDetails;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the shop shows to anybody. */
final class ShopJson {
  private static final int TENTH = 10;

  private ShopJson() {}

  record EventOnSale(
      String id,
      String title,
      String description,
      Instant startTime,
      Instant endTime,
      String timeZone,
      String location,
      VenueFacts venue,
      String imageUrl,
      BigDecimal priceFrom,
      BigDecimal priceTo,
      String currency,
      String availability,
      boolean waitingRoom,
      List<TypeOnSale> ticketTypes) {}

  /**
   * A ticket type.
   *
   * @param available how many are left; null when that is nobody's business
   */
  record TypeOnSale(
      String id,
      String name,
      String title,
      String description,
      BigDecimal price,
      String currency,
      String sales,
      String availability,
      Integer available,
      Instant salesStart,
      Instant salesEnd,
      int minPerBooking,
      int maxPerBooking,
      boolean voucherOnly) {}

  record AvailabilityJson(List<TypeLeft> ticketTypes) {}

  record TypeLeft(String id, Integer available, String availability, String sales) {}

  static AvailabilityJson availability(Shown shown) {
    return new AvailabilityJson(
        shown.types().stream()
            .map(
                type ->
                    new TypeLeft(type.type().id(), number(type), left(type), type.state().json()))
            .toList());
  }

  static EventOnSale event(Shown shown, boolean waitingRoom) {
    EventFacts event = shown.event();
    Comparator<ShownType> byPrice = Comparator.comparing(type -> price(type).major());
    Optional<ShownType> cheapest = shown.types().stream().min(byPrice);
    return new EventOnSale(
        event.id(),
        event.title(),
        event.description().orElse(null),
        event.startTime(),
        event.endTime().orElse(null),
        event.timeZone(),
        event.location().orElse(null),
        event.venue().orElse(null),
        event.imageUrl().orElse(null),
        cheapest.map(type -> price(type).major()).orElse(null),
        shown.types().stream().max(byPrice).map(type -> price(type).major()).orElse(null),
        cheapest.map(type -> price(type).currency()).orElse(null),
        availabilityOf(shown),
        waitingRoom,
        shown.types().stream().map(ShopJson::type).toList());
  }

  /** That of its best type; null for an event that sells nothing. */
  private static String availabilityOf(Shown shown) {
    return shown.types().stream()
        .map(ShopJson::left)
        .min(Comparator.comparing(List.of("available", "few", "sold_out")::indexOf))
        .orElse(null);
  }

  private static TypeOnSale type(ShownType shown) {
    TicketTypeDetails details = shown.type().details();
    return new TypeOnSale(
        shown.type().id(),
        details.name(),
        details.title(),
        details.description().orElse(null),
        details.price().major(),
        details.price().currency(),
        shown.state().json(),
        left(shown),
        number(shown),
        details.salesStart().orElse(null),
        details.salesEnd().orElse(null),
        details.minPerBooking(),
        details.maxPerBooking(),
        details.voucherOnly());
  }

  private static Money price(ShownType shown) {
    return shown.type().details().price();
  }

  private static Integer number(ShownType shown) {
    return shown.type().details().showAvailability() ? shown.available() : null;
  }

  /** Less than a tenth of a quota is few. */
  private static String left(ShownType shown) {
    if (shown.available() == 0 || shown.state() == SaleState.ENDED) {
      return "sold_out";
    }
    return (long) shown.available() * TENTH < shown.type().details().quota() ? "few" : "available";
  }
}
