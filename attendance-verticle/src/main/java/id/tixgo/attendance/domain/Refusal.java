package id.tixgo.attendance.domain;

/** Why a ticket may not pass; its name is the code that clients see. */
public enum Refusal {
  ALREADY_CHECKED_IN("Ticket sudah pernah check-in"),
  UNKNOWN_TICKET("The ticket is not on the event's list."),
  TICKET_REVOKED("The ticket was revoked."),
  WRONG_GATE("The ticket is not for this gate."),
  EVENT_FULL("The event is full."),
  NOT_INSIDE("The ticket has not been checked in."),
  ALREADY_OUTSIDE("The ticket has left already."),
  DOORS_CLOSED("The doors are closed."),
  EVENT_CANCELLED("The event doesn't take place."),
  UNKNOWN_EVENT("There is no such event."),

  /** Said by devices alone, of scans that they made without a network and without a list. */
  UNCHECKED("The door could not check the ticket and turned it away.");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
