package id.tixgo.report.domain;

import id.tixgo.report.domain.SyncProgress.Synced;
import io.vertx.core.Future;

/** Makes all figures anew from what other services have told from the beginning. One at a time. */
public interface ReportSync {
  /** Starts one unless one goes on; completes at its end, and fails when a feed can't be read. */
  Future<Synced> run();

  /** How far it is; any thread may ask. */
  SyncProgress progress();
}
