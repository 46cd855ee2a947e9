package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.CheckIn;
import id.tixgo.attendance.domain.CheckIns;
import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.Future;
import java.time.Clock;

/** {@code POST /checkins}. */
public final class CheckInHandler {
  private final CheckIns checkIns;
  private final Clock clock;

  private record CheckedIn(String status, RecordJson record) {}

  public CheckInHandler(CheckIns checkIns, Clock clock) {
    this.checkIns = requireNonNull(checkIns);
    this.clock = requireNonNull(clock);
  }

  public void register(Api api) {
    api.on("checkIn", CheckInBody.class, CheckInBody::isPlain, this::handle);
  }

  private Future<Reply> handle(Call call) {
    Scan scan =
        call.body(CheckInBody.class).toScan(call.caller().username(), Timestamps.now(clock));
    return checkIns.checkIn(scan).map(CheckInHandler::reply);
  }

  private static Reply reply(Outcome outcome) {
    if (outcome instanceof Outcome.Admitted now) {
      return Reply.json(201, new CheckedIn("checked_in", RecordJson.of(now.checkIn())));
    }
    throw alreadyCheckedIn(((Outcome.AlreadyCheckedIn) outcome).first());
  }

  private static Problem alreadyCheckedIn(CheckIn first) {
    return Problem.of(ProblemKind.CONFLICT, "ALREADY_CHECKED_IN", "Ticket sudah pernah check-in")
        .with("record", RecordJson.of(first));
  }
}
