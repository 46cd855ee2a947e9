package id.tixgo.common.store.audit;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonObject;

/**
 * A line of the gathering service's chain as it is shown.
 *
 * @param number its place there
 * @param seq its place in the chain of the service that told it
 * @param entry what that said
 * @param hash of that line
 */
public record GatheredEntry(long number, long seq, JsonObject entry, String hash) {
  public GatheredEntry {
    requireNonNull(entry);
    requireNonNull(hash);
  }

  /** Fails with {@link io.vertx.core.json.DecodeException} of a line that somebody has changed. */
  public static GatheredEntry of(String text) {
    JsonObject line = new JsonObject(text);
    JsonObject told = line.getJsonObject(AuditLine.OF, line);
    return new GatheredEntry(
        line.getLong("seq"),
        told.getLong("seq"),
        told.getJsonObject(AuditLine.ENTRY),
        told.getString("hash"));
  }
}
