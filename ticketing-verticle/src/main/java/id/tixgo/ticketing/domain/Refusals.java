package id.tixgo.ticketing.domain;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import java.util.List;

/** Why nothing is sold. */
final class Refusals {
  /** Where anything is paid: online, where Payment runs, else or besides at the box office. */
  private static final List<String> PAID_AT = List.of("checkout", "box_office");

  private Refusals() {}

  /** What a buyer could have instead. */
  record Left(String ticketTypeId, int available) {}

  static Problem eventNotFound() {
    return Problem.notFound("Event not found");
  }

  static Problem ticketTypeNotFound() {
    return Problem.notFound("Ticket type not found");
  }

  static Problem eventCancelled() {
    return conflict("EVENT_CANCELLED", "The event doesn't take place.");
  }

  static Problem notOpen(String what) {
    return conflict("SALES_NOT_OPEN", what + " is not on sale yet.");
  }

  static Problem ended(String what) {
    return conflict("SALES_ENDED", what + " is not on sale any more.");
  }

  static Problem soldOut(List<Left> left) {
    return conflict("SOLD_OUT", "There are not so many places left.").with("left", left);
  }

  static Problem voucherRequired(String what) {
    return conflict("VOUCHER_REQUIRED", what + " is sold to holders of a voucher only.");
  }

  static Problem voucherNotFound() {
    return Problem.notFound("Voucher not found");
  }

  static Problem voucherNotValid() {
    return conflict("VOUCHER_NOT_VALID", "The voucher is not good for this now.");
  }

  static Problem voucherUsedUp(int left) {
    return conflict("VOUCHER_USED_UP", "The voucher is good for " + left + " more places.")
        .with("uses_left", left);
  }

  static Problem voucherExists(String code) {
    return conflict("VOUCHER_EXISTS", "There is a voucher " + code + " already.");
  }

  static Problem alreadyWaiting() {
    return conflict("ALREADY_WAITING", "You wait for tickets of this type already.");
  }

  static Problem offered() {
    return conflict("OFFERED", "Places are offered already: cancel that booking.");
  }

  static Problem tooManyOpen(int most) {
    return conflict(
        "TOO_MANY_OPEN_BOOKINGS",
        "You hold " + most + " bookings at this event already: pay or cancel one of them.");
  }

  static Problem noWaitingRoom() {
    return Problem.notFound("Sales have no waiting room here");
  }

  static Problem waitingRoom(String eventId) {
    return Problem.of(
            ProblemKind.FORBIDDEN,
            "WAITING_ROOM",
            "Many want to buy now. You have a place in the queue: look at it until you are let in,"
                + " and book then.")
        .with("event_id", eventId)
        .with("place", "/waiting-rooms/" + eventId + "/place");
  }

  static Problem nameTaken(String name) {
    return conflict("NAME_TAKEN", "The event has a ticket type " + name + " already.");
  }

  static Problem quotaBelowSold(Places places) {
    return conflict(
            "QUOTA_BELOW_SOLD",
            places.taken() + " are sold or held: the quota can't be less than that.")
        .with("sold", places.sold())
        .with("held", places.held());
  }

  static Problem inUse(Places places) {
    return conflict("IN_USE", "Tickets of this type are sold or held.")
        .with("sold", places.sold())
        .with("held", places.held());
  }

  static Problem notPayable(Booking booking) {
    return conflict("NOT_PAYABLE", "The booking is over.").with("booking_status", booking.status());
  }

  static Problem paymentRequired(Booking booking) {
    return Problem.of(
            ProblemKind.PAYMENT_REQUIRED,
            amount(booking)
                + " are to be paid: online by POST /checkout with this booking_id, where that is"
                + " offered, or at the box office.")
        .with("booking_id", booking.id())
        .with("total_price", booking.total().major())
        .with("currency", booking.total().currency())
        .with("pay_at", PAID_AT);
  }

  static Problem alreadyPaid() {
    return conflict("ALREADY_PAID", "It is paid: only the organiser can cancel it now.");
  }

  static Problem revoked() {
    return conflict("TICKET_REVOKED", "The ticket is not good any more.");
  }

  static Problem noTickets() {
    return conflict("NO_TICKETS", "The booking has no tickets that are good.");
  }

  private static String amount(Booking booking) {
    return booking.total().currency() + " " + booking.total().major().toPlainString();
  }

  private static Problem conflict(String code, String detail) {
    return Problem.of(ProblemKind.CONFLICT, code, detail);
  }
}
