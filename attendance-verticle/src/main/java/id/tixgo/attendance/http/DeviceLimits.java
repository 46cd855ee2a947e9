package id.tixgo.attendance.http;

import id.tixgo.attendance.domain.Scan;
import id.tixgo.common.caller.Limits;
import id.tixgo.common.http.Call;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;

/** Holds a device to its events and gates; people have no such limits. */
final class DeviceLimits {
  static final String NOT_ALLOWED = "DEVICE_NOT_ALLOWED";

  private DeviceLimits() {}

  /** The call's {@code event_id}; fails with {@code DEVICE_NOT_ALLOWED}. */
  static String event(Call call) {
    String eventId = call.path("event_id");
    if (!call.caller().limits().allowEvent(eventId)) {
      throw notFor("event " + eventId);
    }
    return eventId;
  }

  /** Fails with {@code DEVICE_NOT_ALLOWED}. */
  static void expect(Call call, Scan scan) {
    Limits limits = call.caller().limits();
    if (!limits.allow(scan.eventId(), scan.gate())) {
      throw notFor(place(limits, scan));
    }
  }

  private static String place(Limits limits, Scan scan) {
    String event = "event " + scan.eventId();
    if (!limits.allowEvent(scan.eventId())) {
      return event;
    }
    return scan.gate().isEmpty()
        ? "a scan without its gate at " + event
        : "gate " + scan.gate() + " of " + event;
  }

  private static Problem notFor(String place) {
    return Problem.of(ProblemKind.FORBIDDEN, NOT_ALLOWED, "This device is not for " + place + ".");
  }
}
