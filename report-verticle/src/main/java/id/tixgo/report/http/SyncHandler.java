package id.tixgo.report.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.scope.Origins;
import id.tixgo.report.domain.ReportSync;
import id.tixgo.report.domain.SyncProgress;
import id.tixgo.report.domain.SyncProgress.Synced;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code /sync/all}: all figures are made anew; how far that is. */
public final class SyncHandler {
  /** What is left of a request's time to say that it goes on. */
  private static final long REST_MS = 500;

  private final ReportSync sync;

  private record SyncedJson(
      String message, int syncedUsers, int syncedTransactions, Instant timestamp) {
    static SyncedJson of(Synced synced) {
      return new SyncedJson(
          "Reports synchronized successfully", synced.users(), synced.transactions(), synced.at());
    }
  }

  /**
   * @param startedAt null where there was none since the service began
   * @param last null where none has come to its end since
   */
  private record ProgressJson(
      boolean running, Instant startedAt, List<SyncProgress.Feed> feeds, SyncedJson last) {
    static ProgressJson of(SyncProgress progress) {
      return new ProgressJson(
          progress.running(),
          progress.startedAt().orElse(null),
          progress.feeds(),
          progress.last().map(SyncedJson::of).orElse(null));
    }
  }

  public SyncHandler(ReportSync sync) {
    this.sync = requireNonNull(sync);
  }

  public void register(Api api) {
    api.on("syncAll", this::run);
    api.on("getSync", call -> Future.succeededFuture(progress(200)));
  }

  private Future<Reply> run(Call call) {
    long longest = Math.max(1, call.scope().deadline().remainingMs() - REST_MS);
    return Origins.here(sync.run())
        .map(synced -> Reply.json(200, SyncedJson.of(synced)))
        .timeout(longest, TimeUnit.MILLISECONDS)
        .recover(this::goesOn);
  }

  private Future<Reply> goesOn(Throwable failure) {
    return failure instanceof TimeoutException
        ? Future.succeededFuture(progress(202).withHeader("Location", "/sync/all"))
        : Future.failedFuture(failure);
  }

  private Reply progress(int status) {
    return Reply.json(status, ProgressJson.of(sync.progress()));
  }
}
