package id.tixgo.simulator.gateway;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * How a move is made.
 *
 * @param method the gateway's own name of a method; empty for the one chosen, or its first
 * @param amount in rupiah; empty for all that is asked
 * @param fee that the gateway puts on top
 * @param currency that the gateway tells of; empty for IDR
 */
public record MoveDetails(
    Optional<String> method, Optional<Long> amount, long fee, Optional<String> currency) {
  public static final MoveDetails NONE =
      new MoveDetails(Optional.empty(), Optional.empty(), 0, Optional.empty());

  public MoveDetails {
    requireNonNull(method);
    requireNonNull(amount);
    requireNonNull(currency);
  }

  public static MoveDetails ofMethod(String method) {
    return new MoveDetails(Optional.of(method), Optional.empty(), 0, Optional.empty());
  }

  /**
   * {@code {"method", "amount", "fee", "currency"}}, each optional.
   *
   * @throws ClassCastException if one has another type
   */
  public static MoveDetails from(JsonObject body) {
    return new MoveDetails(
        Optional.ofNullable(body.getString("method")),
        Optional.ofNullable(body.getLong("amount")),
        body.getLong("fee", 0L),
        Optional.ofNullable(body.getString("currency")));
  }
}
