package id.tixgo.attendance;

import id.tixgo.common.clients.ticketing.TicketFacts;
import id.tixgo.common.clients.ticketing.TicketTypeFacts;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ticketing's feed as it tells of one event, whose only type is {@code VIP}. */
final class ToldSales {
  static final String EVENT = "evt1";

  private final List<FeedMessage> messages = new ArrayList<>();

  /** The type, which enters at these gates. */
  void type(String... gates) {
    String what = messages.isEmpty() ? TicketTypeFacts.MADE : TicketTypeFacts.CHANGED;
    tell(what, new TicketTypeFacts("tt1", EVENT, "VIP", "Front row", List.of(gates)));
  }

  void typeRemoved() {
    tell(TicketTypeFacts.REMOVED, new TicketTypeFacts("tt1", EVENT, "VIP", "Front row", List.of()));
  }

  void issued(String code, String holder) {
    tell(TicketFacts.ISSUED, facts(code, holder, Optional.empty(), Optional.empty()));
  }

  void renamed(String code, String holder) {
    tell(TicketFacts.RENAMED, facts(code, holder, Optional.empty(), Optional.empty()));
  }

  void transferred(String code, String newCode, String holder) {
    revoked(code, TicketFacts.REISSUED);
    tell(TicketFacts.TRANSFERRED, facts(newCode, holder, Optional.of(code), Optional.empty()));
  }

  void revoked(String code, String reason) {
    tell(TicketFacts.REVOKED, facts(code, "Siti", Optional.empty(), Optional.of(reason)));
  }

  /** What Attendance has no business with. */
  void somethingElse() {
    tell("booking_held", facts("-", "-", Optional.empty(), Optional.empty()));
  }

  int size() {
    return messages.size();
  }

  FeedPage after(long seq, int limit) {
    Optional<Instant> at =
        seq == 0 ? Optional.empty() : Optional.of(messages.get((int) seq - 1).at());
    List<FeedMessage> page = messages.stream().skip(seq).limit(limit).toList();
    return new FeedPage("sales", messages.size(), at, page);
  }

  private void tell(String type, Record facts) {
    Instant at = Instant.parse("2026-01-01T10:00:00Z").plusSeconds(messages.size());
    String json = JsonFormat.encode(facts).toString();
    messages.add(new FeedMessage(messages.size() + 1, type, at, json));
  }

  private static TicketFacts facts(
      String code, String holder, Optional<String> replaces, Optional<String> reason) {
    return new TicketFacts(
        code,
        "b1",
        EVENT,
        "tt1",
        "VIP",
        "Front row",
        Optional.of(holder),
        Optional.empty(),
        List.of(),
        replaces,
        reason);
  }
}
