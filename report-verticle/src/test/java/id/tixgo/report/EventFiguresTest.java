package id.tixgo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.money.Money;
import id.tixgo.report.domain.DoorCounts;
import id.tixgo.report.domain.EventFigures;
import id.tixgo.report.domain.EventSales;
import id.tixgo.report.domain.OnlineMoney;
import id.tixgo.report.domain.ReportedEvent;
import id.tixgo.report.domain.SoldBooking;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventFiguresTest {
  private static final Instant AT = Instant.parse("2026-01-03T17:30:00Z");
  private static final ReportedEvent EVENT =
      new ReportedEvent("e1", "Concert", AT, "published", Optional.empty());

  @Test
  void guestsShouldNotStandForBuyersWhoHaveNotCome() {
    DoorCounts doors = new DoorCounts(6, Map.of("REGULAR", 1L, "CREW", 5L), Map.of());
    EventFigures sum = figures(doors, "UTC", item("IDR"));
    assertEquals(3, sum.sold());
    assertEquals(6, sum.checkedIn());
    assertEquals(2, sum.noShows());
  }

  @Test
  void hoursShouldBeginByTheClocksOfTheZone() {
    Map<Instant, Long> minuteToCount = Map.of(AT.plusSeconds(600), 2L, AT.plusSeconds(3600), 1L);
    DoorCounts doors = new DoorCounts(3, Map.of("REGULAR", 3L), minuteToCount);
    EventFigures sum = figures(doors, "Asia/Kathmandu", item("IDR"));
    assertEquals(
        List.of("2026-01-03T23:00+05:45 IDR 3 2", "2026-01-04T00:00+05:45  0 1"), hours(sum));
  }

  @Test
  void amountsOfTwoCurrenciesShouldNeverBeOne() {
    DoorCounts doors = new DoorCounts(1, Map.of("REGULAR", 1L), Map.of(AT, 1L));
    EventFigures sum = figures(doors, "UTC", item("USD"), item("IDR"));
    assertEquals(
        Map.of(
            "IDR", new EventFigures.Total(300, 200, 300, 100),
            "USD", new EventFigures.Total(300, 200, 0, 0)),
        sum.currencyToTotal());
    assertEquals(List.of("2026-01-03T17:00Z IDR 3 1", "2026-01-03T17:00Z USD 3 0"), hours(sum));
    assertEquals(6, sum.sold());
  }

  private static List<String> hours(EventFigures sum) {
    return sum.hourToFigures().entrySet().stream()
        .map(
            hour ->
                hour.getKey().begin()
                    + " "
                    + hour.getKey().currency()
                    + " "
                    + hour.getValue().sold()
                    + " "
                    + hour.getValue().checkedIn())
        .toList();
  }

  /** Three good places, and one that was given back. */
  private static SoldBooking.Item item(String currency) {
    return new SoldBooking.Item(
        "t1", "REGULAR", 3, 1, new Money(300, currency), new Money(200, currency));
  }

  private static EventFigures figures(DoorCounts doors, String zone, SoldBooking.Item... items) {
    SoldBooking booking = new SoldBooking("b1", "e1", List.of(items), AT);
    List<OnlineMoney> online =
        List.of(
            new OnlineMoney(1, false, "b1", new Money(300, "IDR"), AT),
            new OnlineMoney(1, true, "b1", new Money(100, "IDR"), AT));
    return EventFigures.of(EVENT, new EventSales(List.of(booking), online), doors, ZoneId.of(zone));
  }
}
