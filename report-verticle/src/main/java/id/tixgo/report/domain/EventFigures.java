package id.tixgo.report.domain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an event's facts add up to. Sales belong to the hour in which they were paid, whatever
 * became of them; amounts of two currencies are never one.
 *
 * @param currencyToTotal in the order of the currencies; never empty
 */
public record EventFigures(
    ReportedEvent event,
    SortedMap<String, Total> currencyToTotal,
    Map<Type, Figures> typeToFigures,
    SortedMap<Hour, Figures> hourToFigures,
    long sold,
    long refunded,
    long checkedIn) {
  private static final String USUAL = "IDR";

  /**
   * Money of one currency, in the minor unit.
   *
   * @param online what came through Payment
   * @param onlineBack what of it went back
   */
  public record Total(long paid, long kept, long online, long onlineBack) {
    static final Total NONE = new Total(0, 0, 0, 0);

    Total plus(Total other) {
      return new Total(
          Math.addExact(paid, other.paid),
          Math.addExact(kept, other.kept),
          Math.addExact(online, other.online),
          Math.addExact(onlineBack, other.onlineBack));
    }
  }

  /**
   * A ticket type, in one currency.
   *
   * @param id empty where only doors know it
   */
  public record Type(String id, String code, String currency) {}

  /**
   * An hour, in one currency.
   *
   * @param begin by the clocks of the zone
   * @param currency empty where nothing was sold
   */
  public record Hour(OffsetDateTime begin, String currency) implements Comparable<Hour> {
    @Override
    public int compareTo(Hour other) {
      int order = begin.compareTo(other.begin);
      return order == 0 ? currency.compareTo(other.currency) : order;
    }
  }

  public EventFigures {
    typeToFigures = new LinkedHashMap<>(typeToFigures);
  }

  /** The sum of all types': guests of a list don't stand for buyers who haven't come. */
  public long noShows() {
    return typeToFigures.values().stream().mapToLong(Figures::noShows).sum();
  }

  /** Counts them. */
  public static EventFigures of(
      ReportedEvent event, EventSales sales, DoorCounts doors, ZoneId zone) {
    Counting counting = new Counting(zone);
    sales.bookings().forEach(counting::add);
    sales.online().forEach(counting::add);
    doors.typeToCount().forEach(counting::enteredByType);
    doors.minuteToCount().forEach(counting::enteredAt);
    if (counting.totals.isEmpty()) {
      counting.totals.put(USUAL, Total.NONE);
    }
    Figures all = counting.types.values().stream().reduce(Figures.NONE, Figures::plus);
    return new EventFigures(
        event,
        counting.totals,
        counting.types,
        counting.hours,
        all.sold(),
        all.refunded(),
        doors.checkedIn());
  }

  private static final class Counting {
    private final ZoneId zone;
    private final SortedMap<String, Total> totals = new TreeMap<>();
    private final Map<Type, Figures> types = new LinkedHashMap<>();
    private final SortedMap<Hour, Figures> hours = new TreeMap<>();

    Counting(ZoneId zone) {
      this.zone = zone;
    }

    void add(SoldBooking booking) {
      booking.items().forEach(item -> add(booking, item));
    }

    private void add(SoldBooking booking, SoldBooking.Item item) {
      Figures figures = Figures.of(item);
      String currency = item.paid().currency();
      Type type = new Type(item.ticketTypeId(), item.ticketType(), currency);
      types.merge(type, figures, Figures::plus);
      hours.merge(hour(booking.paidAt(), currency), figures, Figures::plus);
      total(currency, new Total(figures.paid(), figures.kept(), 0, 0));
    }

    void add(OnlineMoney money) {
      long minor = money.amount().minor();
      total(
          money.amount().currency(),
          money.back() ? new Total(0, 0, 0, minor) : new Total(0, 0, minor, 0));
    }

    private void total(String currency, Total more) {
      totals.merge(currency, more, Total::plus);
    }

    void enteredByType(String code, long count) {
      Type type =
          types.keySet().stream()
              .filter(known -> known.code().equals(code))
              .findFirst()
              .orElseGet(() -> new Type("", code, ""));
      types.merge(type, Figures.entered(count), Figures::plus);
    }

    void enteredAt(Instant minute, long count) {
      Hour bare = hour(minute, "");
      Hour hour = hours.tailMap(bare).isEmpty() ? bare : hours.tailMap(bare).firstKey();
      hours.merge(
          hour.begin().isEqual(bare.begin()) ? hour : bare, Figures.entered(count), Figures::plus);
    }

    private Hour hour(Instant at, String currency) {
      return new Hour(OffsetDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.HOURS), currency);
    }
  }
}
