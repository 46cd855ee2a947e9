package id.tixgo.launcher.archive;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.StoreConfig;
import id.tixgo.common.store.audit.AuditProof;
import id.tixgo.common.store.audit.AuditProof.Verdict;
import id.tixgo.common.store.audit.BrokenLink;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * {@code tixgo verify-audit}: whether the audits of all services are as they were written, also
 * while these run. Exit code 0 when they are, 1 when a link is broken, 2 when that can't be told.
 */
public final class VerifyAuditMain {
  private static final int BROKEN = 1;
  private static final int UNKNOWN = 2;

  private VerifyAuditMain() {}

  public static void main(String[] arguments) {
    System.setProperty("LOG_LEVEL", "OFF");
    System.setProperty("LOG_FILE", "");
    Vertx vertx = Vertx.vertx();
    try {
      Runtime.getRuntime().halt(run(vertx, new Env(System.getenv()), System.out));
    } catch (IOException | ConfigException e) {
      System.err.println("tixgo: " + e.getMessage());
      Runtime.getRuntime().halt(UNKNOWN);
    }
  }

  /** Writes a line a chain, and one that sums them up; returns the exit code. */
  static int run(Vertx vertx, Env env, PrintStream out) throws IOException {
    JsonFormat.install();
    StoreConfig config = StoreConfig.from(env);
    if (config.database().isPresent()) {
      Path room = ArchiveMain.room(env);
      try (DatabaseStores stores = DatabaseStores.of(vertx, config.database().get(), room)) {
        return run(stores.fetchAudits(), link -> "the database", out);
      }
    }
    Path directory =
        config
            .directory()
            .orElseThrow(
                () -> new ConfigException("STORE isn't file: there is nothing in DATA_DIR."));
    return run(Stores.in(directory, vertx), link -> link.file().toString(), out);
  }

  /**
   * The same.
   *
   * @param place where a line stands
   */
  private static int run(Stores stores, Function<BrokenLink, String> place, PrintStream out)
      throws IOException {
    stores.expectSome();
    AuditProof proof = AuditProof.of(stores.directory(), stores.audited());
    proof.chains().forEach(chain -> out.println(line(chain, place)));
    out.println(proof.isWhole() ? "The audit is whole." : "The audit is broken.");
    out.flush();
    return proof.isWhole() ? 0 : BROKEN;
  }

  private static String line(Verdict chain, Function<BrokenLink, String> place) {
    return chain
        .broken()
        .map(link -> line(link, place.apply(link)))
        .orElseGet(
            () ->
                "ok    "
                    + chain.name()
                    + ": "
                    + chain.lines()
                    + " lines, the last one's hash is "
                    + chain.end());
  }

  private static String line(BrokenLink link, String place) {
    return "FAIL  "
        + link.service()
        + ": line "
        + link.seq()
        + " of "
        + place
        + ' '
        + link.what()
        + '.';
  }
}
