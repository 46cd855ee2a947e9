package id.tixgo.ticketing.document;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Tickets to be printed. */
final class PrintedTickets {
  static final String CODE = "7KQ2M9XTBD4HJW3R";

  private PrintedTickets() {}

  static PrintedTicket named(String title, String holder) {
    return new PrintedTicket(
        title,
        Optional.of("Istora Senayan, Hall A\nJl. Pintu Satu Senayan, Jakarta Pusat"),
        Instant.parse("2026-12-31T12:00:00Z"),
        Optional.of(Instant.parse("2026-12-31T16:30:00Z")),
        ZoneId.of("Asia/Jakarta"),
        Optional.of(holder),
        "VIP – Festival",
        CODE,
        "TIXGO1:4IQL:" + CODE + ':' + "A".repeat(103));
  }

  /** Of another code. */
  static PrintedTicket coded(String code) {
    PrintedTicket one = named("Konser Akbar", "Siti");
    return new PrintedTicket(
        one.eventTitle(),
        one.place(),
        one.start(),
        one.end(),
        one.zone(),
        one.holder(),
        one.type(),
        code,
        "TIXGO1:4IQL:" + code + ':' + "B".repeat(103));
  }
}
