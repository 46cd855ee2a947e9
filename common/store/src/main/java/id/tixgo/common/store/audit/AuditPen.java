package id.tixgo.common.store.audit;

import id.tixgo.common.problem.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a chain's lines to its trail once they are stored, and before whoever changed something
 * hears that it is done. What can't be written is written with what follows it.
 */
public final class AuditPen {
  private static final Logger LOG = LoggerFactory.getLogger(AuditPen.class);

  private volatile Optional<AuditTrail> trail = Optional.empty();
  private Runnable wrote = () -> {};
  private boolean failing;

  /** Where the lines are; fails with {@code STORE_UNAVAILABLE} while the service starts. */
  public AuditTrail trail() {
    return trail.orElseThrow(Problem::storeUnavailable);
  }

  /**
   * From now on lines are written there.
   *
   * @param then is called after each time
   */
  synchronized void take(AuditTrail known, Runnable then) {
    trail = Optional.of(known);
    wrote = then;
  }

  /** Whether there is nowhere to write. */
  boolean isIdle() {
    return trail.isEmpty();
  }

  /** Nothing more is written. */
  synchronized void lay() throws IOException {
    if (trail.isPresent()) {
      trail.get().close();
    }
    trail = Optional.empty();
  }

  /**
   * Writes those that aren't there.
   *
   * @param lines in their order
   */
  synchronized void write(Supplier<List<AuditLine>> lines) {
    trail.ifPresent(known -> write(known, lines.get()));
  }

  private void write(AuditTrail known, List<AuditLine> lines) {
    List<AuditLine> missing =
        lines.stream().filter(line -> line.seq() > known.last().seq()).toList();
    if (missing.isEmpty()) {
      return;
    }
    try {
      known.append(missing);
      failing = false;
      wrote.run();
    } catch (IOException e) {
      fail(e);
    }
  }

  private void fail(IOException e) {
    if (!failing) {
      LOG.error("the audit can't be written to its file yet: {}", e.getMessage());
    }
    failing = true;
  }
}
