package id.tixgo.common.store;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.store.audit.AuditTrail;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.ServiceLoader;

/**
 * Opens logs in a database. Found on the class path, and looked for only where one is named: its
 * client is loaded nowhere else.
 */
public interface SharedLogs {
  /**
   * The log of a store; connects when it is first used.
   *
   * @param version of the entries that are appended
   * @param alone whether one node at a time may use it, and others wait until that one ends
   */
  SharedLog log(Vertx vertx, DatabaseConfig database, String store, int version, boolean alone);

  /** The lines of a store's audit, which are entries of its log. */
  AuditTrail trail(Vertx vertx, DatabaseConfig database, String store) throws IOException;

  /** All logs of the database as they are now; fails with a sentence where there are none. */
  LogsReading read(Vertx vertx, DatabaseConfig database) throws IOException;

  /** Fails with a sentence when there is anything in the database, or a node at it. */
  LogsFilling fill(Vertx vertx, DatabaseConfig database) throws IOException;

  /** The one on the class path. */
  static SharedLogs find() {
    return ServiceLoader.load(SharedLogs.class)
        .findFirst()
        .orElseThrow(
            () -> new ConfigException("STORE=postgres needs common-store-postgres in lib."));
  }
}
