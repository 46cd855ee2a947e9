package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Doors;
import id.tixgo.attendance.domain.Doors.LateScan;
import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code POST /checkins/batch}: what a device scanned while it was offline. */
public final class BatchHandler {
  private static final int LARGEST_BODY = 4 << 20;

  private final Vertx vertx;
  private final Doors doors;
  private final Consumer<Change> announced;
  private final Clock clock;

  private record Result(
      String nonce, String status, String code, RecordJson record, RecordJson other) {}

  private record Body(List<Result> results) {}

  public BatchHandler(Vertx vertx, Doors doors, Consumer<Change> announced, Clock clock) {
    this.vertx = requireNonNull(vertx);
    this.doors = requireNonNull(doors);
    this.announced = requireNonNull(announced);
    this.clock = requireNonNull(clock);
  }

  public void register(Api api) {
    api.upload("checkInBatch", LARGEST_BODY, this::handle);
  }

  private Future<Reply> handle(Call call, String contentType, Buffer body) {
    String staff = call.caller().username();
    return vertx
        .executeBlocking(() -> BatchReader.read(body, staff))
        .compose(scans -> merge(scans).map(outcomes -> reply(scans, outcomes)));
  }

  private Future<List<Outcome>> merge(List<LateScan> scans) {
    return doors.merge(scans, Timestamps.now(clock));
  }

  private Reply reply(List<LateScan> scans, List<Outcome> outcomes) {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < scans.size(); i++) {
      announced.accept(outcomes.get(i).scan());
      results.add(result(scans.get(i).nonce(), outcomes.get(i)));
    }
    return Reply.json(200, new Body(results));
  }

  private static Result result(String nonce, Outcome outcome) {
    ScanRecord scan = outcome.scan();
    return new Result(
        nonce,
        status(outcome),
        scan.refusal().map(Refusal::name).orElse(null),
        RecordJson.of(scan),
        outcome.first().map(RecordJson::of).orElse(null));
  }

  private static String status(Outcome outcome) {
    ScanRecord scan = outcome.scan();
    if (scan.refusal().isPresent()) {
      return "refused";
    }
    if (outcome.first().map(scan::isConflict).orElse(false)) {
      return "conflict";
    }
    return scan.first() || scan.isExit() ? "checked_in" : "already_checked_in";
  }
}
