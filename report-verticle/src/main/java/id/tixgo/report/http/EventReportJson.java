package id.tixgo.report.http;

import id.tixgo.common.money.Money;
import id.tixgo.report.domain.EventFigures;
import id.tixgo.report.domain.EventFigures.Hour;
import id.tixgo.report.domain.EventFigures.Total;
import id.tixgo.report.domain.Figures;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** An event's figures as clients see them. */
record EventReportJson(
    String eventId,
    String title,
    Instant startTime,
    String status,
    String timeZone,
    long sold,
    long refunded,
    long checkedIn,
    long noShows,
    List<TotalJson> totals,
    List<TypeJson> byType,
    List<HourJson> byHour) {
  /** Money of one currency. */
  record TotalJson(
      String currency,
      BigDecimal revenue,
      BigDecimal refunds,
      BigDecimal onlinePaid,
      BigDecimal onlineRefunds) {
    static TotalJson of(String currency, Total total) {
      return new TotalJson(
          currency,
          major(total.kept(), currency),
          major(total.paid() - total.kept(), currency),
          major(total.online(), currency),
          major(total.onlineBack(), currency));
    }
  }

  /**
   * @param ticketTypeId null where only doors know it
   * @param currency null with it
   */
  record TypeJson(
      String ticketTypeId,
      String ticketType,
      long sold,
      long refunded,
      long checkedIn,
      long noShows,
      BigDecimal revenue,
      BigDecimal refunds,
      String currency) {
    static TypeJson of(EventFigures.Type type, Figures sum) {
      return new TypeJson(
          orNull(type.id()),
          type.code(),
          sum.sold(),
          sum.refunded(),
          sum.checkedIn(),
          sum.noShows(),
          major(sum.kept(), type.currency()),
          major(sum.refunds(), type.currency()),
          orNull(type.currency()));
    }
  }

  /**
   * @param hour its beginning, {@code 2026-11-26T19:00+07:00}
   * @param currency null where nothing was sold
   */
  record HourJson(
      String hour,
      long sold,
      long refunded,
      long checkedIn,
      BigDecimal revenue,
      BigDecimal refunds,
      String currency) {
    static HourJson of(Hour hour, Figures sum) {
      return new HourJson(
          hour.begin().toString(),
          sum.sold(),
          sum.refunded(),
          sum.checkedIn(),
          major(sum.kept(), hour.currency()),
          major(sum.refunds(), hour.currency()),
          orNull(hour.currency()));
    }
  }

  static EventReportJson of(EventFigures sum, String zone) {
    return new EventReportJson(
        sum.event().id(),
        sum.event().title(),
        sum.event().startTime(),
        sum.event().status(),
        zone,
        sum.sold(),
        sum.refunded(),
        sum.checkedIn(),
        sum.noShows(),
        totals(sum),
        types(sum),
        hours(sum));
  }

  private static List<TotalJson> totals(EventFigures sum) {
    return sum.currencyToTotal().entrySet().stream()
        .map(total -> TotalJson.of(total.getKey(), total.getValue()))
        .toList();
  }

  static List<TypeJson> types(EventFigures sum) {
    return sum.typeToFigures().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(EventFigures.Type::code)))
        .map(type -> TypeJson.of(type.getKey(), type.getValue()))
        .toList();
  }

  static List<HourJson> hours(EventFigures sum) {
    return sum.hourToFigures().entrySet().stream()
        .map(hour -> HourJson.of(hour.getKey(), hour.getValue()))
        .toList();
  }

  /** Nothing was sold where there is no currency. */
  private static BigDecimal major(long minor, String currency) {
    return currency.isEmpty() ? BigDecimal.ZERO : new Money(minor, currency).major();
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
