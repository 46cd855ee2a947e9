package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.attendance.domain.FoundTickets;
import id.tixgo.attendance.domain.TicketLists;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.sheet.SheetFormat;
import id.tixgo.common.sheet.Sheets;
import id.tixgo.common.sheet.Zone;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.function.Function;

/**
 * {@code GET /attendance/{event_id}/tickets}, pages of an event's list or a sheet, and how many of
 * it have come. A long list is looked through on a worker thread.
 */
public final class TicketListHandler {
  private static final String ANY = "any";
  private static final String LISTED = "X-Listed";

  private final Vertx vertx;
  private final TicketLists lists;
  private final DoorVersions versions;
  private final AttendanceQueries store;
  private final EventSheets sheets;
  private final Sheets writer;

  private record Numbers(int total, int notYet, int in, int out, int revoked) {}

  public TicketListHandler(
      Vertx vertx,
      TicketLists lists,
      DoorVersions versions,
      AttendanceQueries store,
      EventSheets sheets,
      Sheets writer) {
    this.vertx = requireNonNull(vertx);
    this.lists = requireNonNull(lists);
    this.versions = requireNonNull(versions);
    this.store = requireNonNull(store);
    this.sheets = requireNonNull(sheets);
    this.writer = requireNonNull(writer);
  }

  public void register(Api api) {
    api.stream("tickets", this::handle);
    api.on("ticketNumbers", this::numbers);
  }

  private Future<?> handle(Call call, HttpServerResponse response) {
    String eventId = DeviceLimits.event(call);
    SheetFormat format = SheetFormat.of(call);
    Zone zone = Zone.of(call);
    response.headers().add("Vary", "Accept").set(DoorVersions.HEADER, versions.of(eventId));
    if (format == SheetFormat.JSON) {
      return vertx.executeBlocking(() -> json(call, eventId)).compose(reply -> reply.writeTo(call));
    }
    return vertx
        .executeBlocking(() -> lists.search(eventId, text(call)))
        .map(found -> listed(found, response))
        .compose(found -> vertx.executeBlocking(() -> wanted(call, eventId, found)))
        .compose(all -> writer.write(call, response, format, sheets.tickets(call, zone, all)));
  }

  /** As a step of the chain: a listener beside it may come after the answer has begun. */
  private static FoundTickets listed(FoundTickets found, HttpServerResponse response) {
    response.putHeader(LISTED, String.valueOf(found.listed()));
    return found;
  }

  /**
   * What has come of a ticket is told to whoever asks for it: a door's copy of the list is long.
   */
  private Reply json(Call call, String eventId) {
    if (call.query("state").isPresent()) {
      FoundTickets found = lists.search(eventId, text(call));
      return reply(call, found, wanted(call, eventId, found), ListedTicket::body);
    }
    FoundTickets found = changed(call, eventId);
    return reply(call, found, found.tickets(), TicketJson::of);
  }

  private FoundTickets changed(Call call, String eventId) {
    return call.query("since")
        .map(version -> versions.changedSince(eventId, version))
        .map(tickets -> new FoundTickets(lists.isListed(eventId), tickets))
        .orElseGet(() -> lists.search(eventId, text(call)));
  }

  private static <T> Reply reply(
      Call call, FoundTickets found, List<T> all, Function<T, ?> toBody) {
    Page<T> page = Page.of(all, Page.cursor(call), Page.limit(call));
    return page.describe(call, Reply.json(200, page.items().stream().map(toBody).toList()))
        .withHeader(LISTED, String.valueOf(found.listed()));
  }

  private List<ListedTicket> wanted(Call call, String eventId, FoundTickets found) {
    String wanted = call.query("state").orElse(ANY);
    return withStates(eventId, found).stream().filter(ticket -> ticket.is(wanted)).toList();
  }

  private List<ListedTicket> withStates(String eventId, FoundTickets found) {
    return found.tickets().stream()
        .map(ticket -> new ListedTicket(ticket, store.ticket(eventId, ticket.ticketId())))
        .toList();
  }

  private Future<Reply> numbers(Call call) {
    String eventId = DeviceLimits.event(call);
    return vertx
        .executeBlocking(() -> numbers(withStates(eventId, lists.search(eventId, text(call)))))
        .map(numbers -> Reply.json(200, numbers));
  }

  private static Numbers numbers(List<ListedTicket> all) {
    return new Numbers(
        all.size(),
        count(all, "not_yet"),
        count(all, "in"),
        count(all, "out"),
        count(all, "revoked"));
  }

  private static int count(List<ListedTicket> all, String wanted) {
    return (int) all.stream().filter(ticket -> ticket.is(wanted)).count();
  }

  private static String text(Call call) {
    return call.query("q").orElse("");
  }
}
