package id.tixgo.common.store.postgres;

import id.tixgo.common.store.DatabaseConfig;
import id.tixgo.common.store.SharedLog;
import id.tixgo.common.store.SharedLogs;
import id.tixgo.common.store.audit.AuditTrail;
import io.vertx.core.Vertx;
import java.io.IOException;

/** Logs in PostgreSQL. */
public final class PostgresLogs implements SharedLogs {
  @Override
  public SharedLog log(
      Vertx vertx, DatabaseConfig database, String store, int version, boolean alone) {
    PostgresServerAddress address = new PostgresServerAddress(vertx, database, store);
    return new PostgresLog(address, store, version, alone);
  }

  @Override
  public AuditTrail trail(Vertx vertx, DatabaseConfig database, String store) throws IOException {
    return new PostgresTrail(new PostgresServerAddress(vertx, database, store), store);
  }
}
