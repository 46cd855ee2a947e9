package id.tixgo.common.scope;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The name that a client gave a request, so that it can be sent again: its {@code Idempotency-Key}.
 *
 * @param caller in whose space it is: names of others are others
 * @param fingerprint of method, path and body: what else has the same name is another request
 * @param at when the request came
 */
public record RequestKey(String caller, String key, String fingerprint, Instant at) {
  public RequestKey {
    requireNonNull(caller);
    requireNonNull(key);
    requireNonNull(fingerprint);
    requireNonNull(at);
  }
}
