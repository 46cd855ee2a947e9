package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNullElse;

import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.time.Timestamps;
import id.tixgo.ticketing.domain.TicketTypeDetails;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What {@code POST} and {@code PUT} take, or with parts of it {@code PATCH}. */
record TicketTypeBody(
    String eventId,
    String name,
    String title,
    String description,
    BigDecimal price,
    String currency,
    Integer quota,
    String salesStart,
    String salesEnd,
    Integer minPerBooking,
    Integer maxPerBooking,
    List<String> gates,
    Boolean hidden,
    Boolean voucherOnly,
    Boolean showAvailability) {
  private static final String CURRENCY = "IDR";
  private static final int MOST = 10;

  TicketTypeDetails toDetails(EventTimes times) {
    int least = requireNonNullElse(minPerBooking, 1);
    return new TicketTypeDetails(
        name,
        requireNonNullElse(title, name),
        Optional.ofNullable(description),
        money(),
        quota,
        times.body("sales_start", salesStart),
        times.body("sales_end", salesEnd),
        least,
        requireNonNullElse(maxPerBooking, Math.max(least, MOST)),
        requireNonNullElse(gates, List.of()),
        requireNonNullElse(hidden, false),
        requireNonNullElse(voucherOnly, false),
        showAvailability);
  }

  /** The details with what {@code patch} names replaced: null takes a detail away. */
  static TicketTypeDetails patched(TicketTypeDetails details, JsonObject patch, EventTimes times) {
    JsonObject merged = JsonObject.mapFrom(of(details)).mergeIn(patch);
    return merged.mapTo(TicketTypeBody.class).toDetails(times);
  }

  private static TicketTypeBody of(TicketTypeDetails details) {
    return new TicketTypeBody(
        null,
        details.name(),
        details.title(),
        details.description().orElse(null),
        details.price().major(),
        details.price().currency(),
        details.quota(),
        details.salesStart().map(Timestamps::format).orElse(null),
        details.salesEnd().map(Timestamps::format).orElse(null),
        details.minPerBooking(),
        details.maxPerBooking(),
        details.gates(),
        details.hidden(),
        details.voucherOnly(),
        details.showAvailability());
  }

  private Money money() {
    String unit = requireNonNullElse(currency, CURRENCY);
    return Money.of(price, unit)
        .orElseThrow(() -> Problem.invalid("body.price", "is no amount in " + unit, "currency"));
  }
}
