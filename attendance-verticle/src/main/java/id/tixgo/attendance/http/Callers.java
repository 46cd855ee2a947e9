package id.tixgo.attendance.http;

import id.tixgo.attendance.domain.Staff;
import id.tixgo.common.caller.Caller;
import id.tixgo.common.http.Call;

/** Who calls, as the doors know him. */
final class Callers {
  private Callers() {}

  static Staff staff(Call call) {
    Caller caller = call.caller();
    return new Staff(caller.id(), caller.username(), caller.since());
  }
}
