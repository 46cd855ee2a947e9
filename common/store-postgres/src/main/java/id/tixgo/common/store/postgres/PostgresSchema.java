package id.tixgo.common.store.postgres;

import id.tixgo.common.store.BrokenLogException;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.util.List;

/**
 * The tables, made and changed by whichever node comes first. A step that was released is never
 * changed; another one follows it.
 */
final class PostgresSchema {
  /** Of the advisory lock that one node alone has: "tixgo". */
  private static final long LOCK = 0x746978676fL;

  /** Asked before anything is made: whoever may only read and write needs to make nothing then. */
  private static final String EXISTS =
      "SELECT CASE WHEN to_regclass('schema_versions') IS NULL THEN 0 ELSE 1 END";

  private static final String VERSIONS =
      "CREATE TABLE schema_versions ("
          + "version int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())";
  private static final String KNOWN = "SELECT coalesce(max(version), 0) FROM schema_versions";

  private static final List<String> STEPS =
      List.of(
          """
          CREATE TABLE stores (
            store text PRIMARY KEY,
            number bigint NOT NULL,
            epoch bigint NOT NULL,
            version int NOT NULL
          );
          CREATE TABLE entries (
            store text NOT NULL,
            number bigint NOT NULL,
            batch uuid NOT NULL,
            type text NOT NULL,
            entry json NOT NULL,
            at timestamptz NOT NULL DEFAULT now(),
            PRIMARY KEY (store, number)
          );
          CREATE INDEX entries_audited ON entries (store, ((entry->>'seq')::bigint))
            WHERE type = 'audited';
          CREATE TABLE snapshots (
            store text NOT NULL,
            number bigint NOT NULL,
            part int NOT NULL,
            version int NOT NULL,
            entries bytea NOT NULL,
            PRIMARY KEY (store, number, part)
          )
          """,
          PostgresViews.CREATE);

  private PostgresSchema() {}

  /** Brings it to the newest version, in one transaction. */
  static void bring(PostgresSession session) throws IOException {
    PostgresSession.await(session.send("BEGIN"));
    session.rows("SELECT pg_advisory_xact_lock($1)", Tuple.of(LOCK));
    if (!isThere(session)) {
      PostgresSession.await(session.send(VERSIONS));
    }
    int known = number(session, KNOWN);
    if (known > STEPS.size()) {
      throw new BrokenLogException("a newer TixGo has changed the tables.");
    }
    for (int version = known + 1; version <= STEPS.size(); version++) {
      PostgresSession.await(session.send(STEPS.get(version - 1)));
      session.rows("INSERT INTO schema_versions (version) VALUES ($1)", Tuple.of(version));
    }
    PostgresSession.await(session.send("COMMIT"));
  }

  /** Whether anybody has made it. */
  static boolean isThere(PostgresSession session) throws IOException {
    return number(session, EXISTS) > 0;
  }

  private static int number(PostgresSession session, String sql) throws IOException {
    return session.rows(sql, Tuple.tuple()).iterator().next().getInteger(0);
  }
}
