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
    Path directory =
        StoreConfig.from(env)
            .directory()
            .orElseThrow(
                () -> new ConfigException("STORE isn't file: there is nothing in DATA_DIR."));
    Stores stores = Stores.in(directory, vertx);
    stores.expectSome();
    AuditProof proof = AuditProof.of(directory, stores.audited());
    proof.chains().forEach(chain -> out.println(line(chain)));
    out.println(proof.isWhole() ? "The audit is whole." : "The audit is broken.");
    out.flush();
    return proof.isWhole() ? 0 : BROKEN;
  }

  private static String line(Verdict chain) {
    return chain
        .broken()
        .map(VerifyAuditMain::line)
        .orElseGet(
            () ->
                "ok    "
                    + chain.name()
                    + ": "
                    + chain.lines()
                    + " lines, the last one's hash is "
                    + chain.end());
  }

  private static String line(BrokenLink link) {
    return "FAIL  "
        + link.service()
        + ": line "
        + link.seq()
        + " of "
        + link.file()
        + ' '
        + link.what()
        + '.';
  }
}
