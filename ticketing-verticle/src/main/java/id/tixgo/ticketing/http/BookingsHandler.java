package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.HttpDate;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.ticketing.domain.Access;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingQuery;
import id.tixgo.ticketing.domain.BookingStatus;
import id.tixgo.ticketing.domain.Bookings;
import id.tixgo.ticketing.domain.HoldRequest;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** {@code /bookings} and {@code /bookings/{id}}. */
public final class BookingsHandler {
  private final Bookings bookings;
  private final KeyedRequests keyed;
  private final Clock clock;

  public BookingsHandler(Bookings bookings, KeyedRequests keyed, Clock clock) {
    this.bookings = requireNonNull(bookings);
    this.keyed = requireNonNull(keyed);
    this.clock = requireNonNull(clock);
  }

  public void register(Api api) {
    api.on("createBooking", BookingBodyReader::read, this::create);
    api.on("listBookings", this::list);
    api.on("getBooking", this::get);
  }

  private Future<Reply> create(Call call) {
    HoldRequest request = call.body(BookingBody.class).toRequest(call.caller());
    return bookings
        .hold(request, keyed.once(call, booking -> created(booking, call.caller())))
        .map(booking -> created(booking, call.caller()));
  }

  private static Reply created(Booking booking, Caller caller) {
    return Reply.json(201, BookingJson.of(booking, caller))
        .withHeader("Location", "/bookings/" + booking.id());
  }

  private Future<Reply> list(Call call) {
    Optional<Long> wanted = call.query("user_id").map(Long::valueOf);
    Optional<Long> user = Access.isStaff(call.caller()) ? wanted : Optional.of(own(call.caller()));
    boolean others = wanted.isPresent() && !wanted.equals(user);
    return (others ? Future.succeededFuture(List.<Booking>of()) : bookings.list(query(call, user)))
        .map(found -> page(call, found));
  }

  private static long own(Caller caller) {
    return caller.id();
  }

  private static BookingQuery query(Call call, Optional<Long> user) {
    return new BookingQuery(
        call.query("event_id"),
        user,
        call.query("status").map(BookingStatus::valueOf),
        call.query("q").orElse(""));
  }

  private static Reply page(Call call, List<Booking> found) {
    Page<Booking> page = Page.of(found, Page.cursor(call), Page.limit(call));
    return page.describe(
        call,
        Reply.json(
            200,
            page.items().stream().map(booking -> BookingJson.of(booking, call.caller())).toList()));
  }

  /** With the service's time, by which {@code expires_at} counts. */
  private Future<Reply> get(Call call) {
    return bookings
        .find(call.path("id"), call.caller())
        .map(booking -> Reply.resource(BookingJson.of(booking, call.caller())))
        .map(reply -> reply.withHeader("Date", HttpDate.of(clock.instant())));
  }
}
