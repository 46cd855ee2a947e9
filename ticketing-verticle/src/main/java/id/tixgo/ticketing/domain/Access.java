package id.tixgo.ticketing.domain;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.problem.Problem;
import java.util.Optional;

/** Who may see and do what. A booking that isn't a caller's is none to him. */
public final class Access {
  private static final String UNKNOWN = "Booking not found";

  private Access() {}

  /** Whether somebody sells for an organiser. */
  public static boolean isStaff(Caller caller) {
    return caller.role() == Role.ADMIN || caller.role() == Role.COMMITTEE;
  }

  /** Fails with {@code NOT_FOUND}. */
  public static Booking booking(Optional<Booking> booking, Caller caller) {
    return booking
        .filter(known -> isStaff(caller) || known.buyer().userId() == caller.id())
        .orElseThrow(() -> Problem.notFound(UNKNOWN));
  }

  /** The same, where who has no caller is a service of the house and may see all. */
  static Booking booking(Optional<Booking> booking, Optional<Caller> caller) {
    return caller
        .map(user -> booking(booking, user))
        .orElseGet(() -> booking.orElseThrow(() -> Problem.notFound(UNKNOWN)));
  }

  /** The booking of a ticket; fails with {@code NOT_FOUND}. */
  public static Booking ofTicket(Optional<Booking> booking, Caller caller) {
    return booking
        .filter(known -> isStaff(caller) || known.buyer().userId() == caller.id())
        .orElseThrow(() -> Problem.notFound("Ticket not found"));
  }
}
