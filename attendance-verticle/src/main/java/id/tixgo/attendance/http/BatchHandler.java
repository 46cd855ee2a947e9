package id.tixgo.attendance.http;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tixgo.attendance.client.TicketKeys;
import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.CheckIns;
import id.tixgo.attendance.domain.CheckIns.LateScan;
import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Staff;
import id.tixgo.common.caller.Limits;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Violation;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** {@code POST /checkins/batch}: what a device scanned while it was offline. */
public final class BatchHandler {
  private static final int LARGEST_BODY = 4 << 20;

  private final Vertx vertx;
  private final CheckIns doors;
  private final Consumer<Change> announced;
  private final TicketKeys keys;
  private final Clock clock;

  private record Result(
      String nonce,
      String status,
      String code,
      RecordJson record,
      RecordJson other,
      @JsonInclude(NON_EMPTY) List<Violation> errors) {}

  private record Body(List<Result> results) {}

  public BatchHandler(
      Vertx vertx, CheckIns doors, Consumer<Change> announced, TicketKeys keys, Clock clock) {
    this.vertx = requireNonNull(vertx);
    this.doors = requireNonNull(doors);
    this.announced = requireNonNull(announced);
    this.keys = requireNonNull(keys);
    this.clock = requireNonNull(clock);
  }

  public void register(Api api) {
    api.upload("checkInBatch", LARGEST_BODY, this::handle);
  }

  private Future<Reply> handle(Call call, String contentType, Buffer body) {
    Staff staff = Callers.staff(call);
    Instant now = Timestamps.now(clock);
    return vertx
        .executeBlocking(() -> BatchReader.read(body, staff, now))
        .compose(scans -> verified(call, scans))
        .compose(scans -> merge(scans, call.caller().limits(), now));
  }

  /** A device's word counts where there is nothing to verify it with. */
  private Future<List<BatchScan>> verified(Call call, List<BatchScan> scans) {
    return scans.stream().noneMatch(BatchScan::isUnlisted)
        ? Future.succeededFuture(scans)
        : keys.get(call.caller(), call.scope())
            .compose(
                known ->
                    known.isEmpty()
                        ? Future.succeededFuture(scans)
                        : vertx.executeBlocking(
                            () -> scans.stream().map(scan -> scan.verified(known)).toList()));
  }

  /** What can't be read, or a device may not scan, is told here and kept nowhere. */
  private Future<Reply> merge(List<BatchScan> scans, Limits limits, Instant now) {
    List<LateScan> taken =
        scans.stream()
            .flatMap(scan -> scan.scan().stream())
            .filter(late -> isAllowed(limits, late))
            .toList();
    return doors.merge(taken, now).map(outcomes -> reply(scans, limits, outcomes.iterator()));
  }

  private Reply reply(List<BatchScan> scans, Limits limits, Iterator<Outcome> outcomes) {
    List<Result> results = new ArrayList<>();
    scans.forEach(
        scan ->
            results.add(
                scan.scan()
                    .map(late -> result(late, limits, outcomes))
                    .orElseGet(() -> invalid(scan))));
    return Reply.json(200, new Body(results));
  }

  private Result result(LateScan late, Limits limits, Iterator<Outcome> outcomes) {
    return isAllowed(limits, late)
        ? announced(late.nonce(), outcomes.next())
        : new Result(late.nonce(), "refused", DeviceLimits.NOT_ALLOWED, null, null, List.of());
  }

  private static Result invalid(BatchScan scan) {
    String nonce = scan.nonce().orElse(null);
    return new Result(nonce, "invalid", "VALIDATION_ERROR", null, null, scan.errors());
  }

  private Result announced(String nonce, Outcome outcome) {
    announced.accept(outcome.scan());
    return result(nonce, outcome);
  }

  private static boolean isAllowed(Limits limits, LateScan late) {
    return limits.allow(late.scan().eventId(), late.scan().gate());
  }

  private static Result result(String nonce, Outcome outcome) {
    ScanRecord scan = outcome.scan();
    return new Result(
        nonce,
        status(outcome),
        scan.refusal().map(Refusal::name).orElse(null),
        RecordJson.of(scan),
        outcome.first().map(RecordJson::of).orElse(null),
        List.of());
  }

  private static String status(Outcome outcome) {
    ScanRecord scan = outcome.scan();
    if (scan.refusal().isPresent()) {
      return "refused";
    }
    if (outcome.first().isEmpty()) {
      return "checked_in";
    }
    return outcome.first().filter(scan::isConflict).isPresent() ? "conflict" : "already_checked_in";
  }
}
