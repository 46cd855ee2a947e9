package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingStatus;
import id.tixgo.ticketing.domain.Sales;
import id.tixgo.ticketing.domain.WaitingEntry;
import id.tixgo.ticketing.domain.WaitingList;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** {@code /waiting-list}. */
public final class WaitingListHandler {
  private static final String OFFERED = "offered";

  private final WaitingList list;
  private final Sales sales;
  private final KeyedRequests keyed;

  private record Wish(String ticketTypeId, int quantity) {}

  private record EntryJson(
      String id,
      String eventId,
      String ticketTypeId,
      int quantity,
      long userId,
      String username,
      String status,
      String bookingId,
      Instant createdAt) {}

  public WaitingListHandler(WaitingList list, Sales sales, KeyedRequests keyed) {
    this.list = requireNonNull(list);
    this.sales = requireNonNull(sales);
    this.keyed = requireNonNull(keyed);
  }

  public void register(Api api) {
    api.on("joinWaitingList", this::join);
    api.on("waitingList", this::page);
    api.on("leaveWaitingList", this::leave);
  }

  private Future<Reply> join(Call call) {
    Wish wish = call.body(Wish.class);
    return list.join(
            wish.ticketTypeId(), wish.quantity(), call.caller(), keyed.once(call, this::joined))
        .map(this::joined);
  }

  private Reply joined(WaitingEntry entry) {
    return Reply.json(201, json(entry)).withHeader("Location", "/waiting-list/" + entry.id());
  }

  private Future<Reply> page(Call call) {
    return list.list(call.caller()).map(all -> page(call, all));
  }

  private Reply page(Call call, List<WaitingEntry> all) {
    List<WaitingEntry> wanted =
        all.stream()
            .filter(entry -> isFor(call, "event_id", entry.eventId()))
            .filter(entry -> isFor(call, "ticket_type_id", entry.ticketTypeId()))
            .toList();
    Page<WaitingEntry> page = Page.of(wanted, Page.cursor(call), Page.limit(call));
    return page.describe(call, Reply.json(200, page.items().stream().map(this::json).toList()));
  }

  private static boolean isFor(Call call, String name, String value) {
    return call.query(name).map(value::equals).orElse(true);
  }

  private Future<Reply> leave(Call call) {
    return list.leave(call.path("id"), call.caller()).map(left -> Reply.noContent());
  }

  private EntryJson json(WaitingEntry entry) {
    return new EntryJson(
        entry.id(),
        entry.eventId(),
        entry.ticketTypeId(),
        entry.quantity(),
        entry.userId(),
        entry.username(),
        status(entry),
        entry.bookingId().orElse(null),
        entry.createdAt());
  }

  /** An offer that was made a moment ago is none that is stored. */
  private String status(WaitingEntry entry) {
    return entry.isWaiting()
        ? "waiting"
        : entry
            .bookingId()
            .flatMap(sales::booking)
            .map(Booking::status)
            .map(WaitingListHandler::status)
            .orElse(OFFERED);
  }

  private static String status(BookingStatus offer) {
    return switch (offer) {
      case PENDING -> OFFERED;
      case PAID -> "taken";
      case CANCELLED, EXPIRED, REFUNDED -> "lapsed";
    };
  }
}
