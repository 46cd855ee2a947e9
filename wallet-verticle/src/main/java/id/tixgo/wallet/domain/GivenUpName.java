package id.tixgo.wallet.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;

/**
 * The name of a movement that was never made, and won't be: a request for it that was on its way
 * when it was given up comes too late.
 *
 * @param reference the name that a service had given it
 */
public record GivenUpName(String reference, Instant at) implements Shareable {
  public GivenUpName {
    requireNonNull(reference);
    requireNonNull(at);
  }
}
