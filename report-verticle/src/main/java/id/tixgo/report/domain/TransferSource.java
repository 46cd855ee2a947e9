package id.tixgo.report.domain;

import id.tixgo.common.scope.RequestScope;
import io.vertx.core.Future;

/** Knows transfers that aren't told of yet. */
public interface TransferSource {
  /** Fails with {@code NOT_FOUND} where there is none that is shown. */
  Future<ReportedTransfer> transfer(long id, RequestScope scope);
}
