package id.tixgo.simulator.gateway;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * A notification that somebody asks for by hand.
 *
 * @param status that it tells of; empty for the payment's own
 * @param forged whether it lacks the right signature or token
 * @param token that it shows instead of the right one, where the gateway has tokens
 * @param overrides members of its body, put there before it is signed
 */
public record NotificationWish(
    Optional<String> status, boolean forged, Optional<String> token, JsonObject overrides) {
  public NotificationWish {
    requireNonNull(status);
    requireNonNull(token);
    requireNonNull(overrides);
  }

  /**
   * {@code {"forged", "token", "body"}}, each optional.
   *
   * @throws ClassCastException if one has another type
   */
  public static NotificationWish from(Optional<String> status, JsonObject body) {
    return new NotificationWish(
        status,
        body.getBoolean("forged", false),
        Optional.ofNullable(body.getString("token")),
        body.getJsonObject("body", new JsonObject()));
  }
}
