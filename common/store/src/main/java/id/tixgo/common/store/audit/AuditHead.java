package id.tixgo.common.store.audit;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;

/**
 * Where an audit chain ends. As an entry of a store: so far it stands in the chain's own file.
 *
 * @param seq the last line's number; 0 of an empty chain
 * @param at when that happened
 * @param hash the last line's
 */
public record AuditHead(long seq, Instant at, String hash) implements Shareable {
  /** That of a chain without a line. */
  public static final AuditHead NONE = new AuditHead(0, Instant.EPOCH, "0".repeat(64));

  public AuditHead {
    requireNonNull(at);
    requireNonNull(hash);
  }
}
