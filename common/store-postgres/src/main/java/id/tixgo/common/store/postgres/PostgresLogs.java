package id.tixgo.common.store.postgres;

import id.tixgo.common.store.DatabaseConfig;
import id.tixgo.common.store.LogsFilling;
import id.tixgo.common.store.LogsReading;
import id.tixgo.common.store.SharedLog;
import id.tixgo.common.store.SharedLogs;
import id.tixgo.common.store.audit.AuditTrail;
import io.vertx.core.Vertx;
import java.io.IOException;

/** Logs in PostgreSQL. */
public final class PostgresLogs implements SharedLogs {
  /** Of connections that are no node's. */
  private static final String COPY = "copy";

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

  @Override
  public LogsReading read(Vertx vertx, DatabaseConfig database) throws IOException {
    return PostgresReading.open(new PostgresServerAddress(vertx, database, COPY));
  }

  @Override
  public LogsFilling fill(Vertx vertx, DatabaseConfig database) throws IOException {
    return PostgresFilling.open(new PostgresServerAddress(vertx, database, COPY));
  }
}
