package id.tixgo.attendance.domain;

import java.util.Locale;

/** Where the holder of a ticket is, by what the doors know. */
public enum Presence {
  NOT_YET,
  IN,
  OUT;

  public static Presence of(TicketState state) {
    if (state.inside()) {
      return IN;
    }
    return state.checkIn().isPresent() || state.last().isPresent() ? OUT : NOT_YET;
  }

  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }
}
