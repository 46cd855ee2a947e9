package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What bookings add up to. */
public final class SalesReport {
  private final Grouping grouping;
  private final ZoneId zone;
  private final Map<Key, Row> keyToRow = new LinkedHashMap<>();

  /** By what bookings are told apart. */
  public enum Grouping {
    TYPE,
    DAY,
    VOUCHER
  }

  /**
   * What belongs together; amounts of two currencies never do.
   *
   * @param id the ticket type's, the day, or the voucher's code, which is empty for none
   * @param name the ticket type's code; empty for any other grouping
   */
  public record Key(String id, String name, String currency) {}

  /**
   * What it adds up to.
   *
   * @param revenue what is paid and not given back
   */
  public record Row(Key key, int sold, int held, int refunded, Money revenue) {
    public Row {
      requireNonNull(key);
      requireNonNull(revenue);
    }

    private Row plus(Booking booking, BookingItem item, KeptMoney kept) {
      int places = booking.places(item);
      return new Row(
          key,
          sold + (booking.status() == BookingStatus.PAID ? places : 0),
          held + (booking.status() == BookingStatus.PENDING ? places : 0),
          refunded + booking.refundedPlaces(item),
          booking.receipt().isPresent() ? revenue.plus(kept.of(item)) : revenue);
    }

    private boolean isNothing() {
      return sold + held + refunded == 0 && revenue.minor() == 0;
    }
  }

  private SalesReport(Grouping grouping, ZoneId zone) {
    this.grouping = requireNonNull(grouping);
    this.zone = requireNonNull(zone);
  }

  /**
   * The rows, in the order in which bookings first had them.
   *
   * @param zone whose days count: that of the payment, or of a booking that isn't paid
   */
  public static List<Row> of(List<Booking> bookings, Grouping grouping, ZoneId zone) {
    SalesReport report = new SalesReport(grouping, zone);
    bookings.forEach(report::add);
    return report.keyToRow.values().stream().filter(row -> !row.isNothing()).toList();
  }

  private void add(Booking booking) {
    KeptMoney kept = new KeptMoney(booking);
    for (BookingItem item : booking.items()) {
      Key key = key(booking, item);
      Row row =
          keyToRow.computeIfAbsent(
              key, k -> new Row(k, 0, 0, 0, Money.zero(item.price().currency())));
      keyToRow.put(key, row.plus(booking, item, kept));
    }
  }

  private Key key(Booking booking, BookingItem item) {
    String currency = item.price().currency();
    return switch (grouping) {
      case TYPE -> new Key(item.ticketTypeId(), item.ticketType(), currency);
      case DAY -> new Key(day(booking), "", currency);
      case VOUCHER -> new Key(item.voucher().orElse(""), "", currency);
    };
  }

  private String day(Booking booking) {
    Instant at = booking.receipt().map(Receipt::at).orElse(booking.createdAt());
    return LocalDate.ofInstant(at, zone).toString();
  }
}
