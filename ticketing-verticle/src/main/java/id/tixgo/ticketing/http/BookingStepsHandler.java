package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.ticketing.client.DoorClient;
import id.tixgo.ticketing.domain.Access;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingStatus;
import id.tixgo.ticketing.domain.Bookings;
import io.vertx.core.Future;

/** {@code /bookings/{id}/confirm-payment} and {@code /bookings/{id}/cancel}. */
public final class BookingStepsHandler {
  private static final String MANUAL = "manual";

  private final Bookings bookings;
  private final DoorClient door;

  private record Confirmation(String method, String reference) {
    static final Confirmation NONE = new Confirmation(null, null);
  }

  private record Cancellation(String reason, boolean refund, boolean force) {
    static final Cancellation NONE = new Cancellation(null, false, false);
  }

  private record Cancelled(boolean success, String message, BookingJson booking) {}

  public BookingStepsHandler(Bookings bookings, DoorClient door) {
    this.bookings = requireNonNull(bookings);
    this.door = requireNonNull(door);
  }

  public void register(Api api) {
    api.on("confirmPayment", this::confirm);
    api.on("cancelBooking", this::cancel);
  }

  private Future<Reply> confirm(Call call) {
    Confirmation body = call.hasBody() ? call.body(Confirmation.class) : Confirmation.NONE;
    String method = requireNonNullElse(body.method(), MANUAL);
    return bookings
        .confirm(call.path("id"), call.caller(), method, HolderBody.text(body.reference()))
        .map(booking -> Reply.json(200, BookingJson.of(booking, call.caller())));
  }

  private Future<Reply> cancel(Call call) {
    Cancellation body = call.hasBody() ? call.body(Cancellation.class) : Cancellation.NONE;
    return bookings
        .find(call.path("id"), call.caller())
        .compose(booking -> checkDoor(call, booking, body.force()))
        .compose(
            checked ->
                bookings.cancel(
                    call.path("id"), call.caller(), HolderBody.text(body.reason()), body.refund()))
        .map(booking -> Reply.json(200, cancelled(booking, call.caller())));
  }

  /** Who is inside already has had what was paid for. */
  private Future<Void> checkDoor(Call call, Booking booking, boolean force) {
    boolean paid = booking.status() == BookingStatus.PAID;
    return !paid || force || !Access.isStaff(call.caller())
        ? Future.succeededFuture()
        : door.isAnyIn(booking, call.caller(), call.scope())
            .compose(in -> in ? Future.failedFuture(checkedIn()) : Future.succeededFuture());
  }

  private static Problem checkedIn() {
    return Problem.of(
        ProblemKind.CONFLICT,
        "CHECKED_IN",
        "A ticket of this booking has entered; force cancels it all the same.");
  }

  private static Cancelled cancelled(Booking booking, Caller caller) {
    String message =
        switch (booking.status()) {
          case REFUNDED -> "The booking is cancelled and its money given back.";
          case EXPIRED -> "The booking had expired.";
          default -> "The booking is cancelled.";
        };
    return new Cancelled(true, message, BookingJson.of(booking, caller));
  }
}
