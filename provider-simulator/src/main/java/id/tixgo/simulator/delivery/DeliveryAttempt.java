package id.tixgo.simulator.delivery;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.behaviour.BoundedLog;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * One attempt to deliver.
 *
 * @param number 1 for the first
 * @param status that the merchant answered with; {@link RetryRule#NO_ANSWER} if he didn't
 * @param trouble why there is no answer; empty if there is one
 */
public record DeliveryAttempt(
    Instant time, SentWebhook delivery, String url, int number, int status, String trouble)
    implements BoundedLog.Line {
  public DeliveryAttempt {
    requireNonNull(time);
    requireNonNull(delivery);
    requireNonNull(url);
    requireNonNull(trouble);
  }

  @Override
  public JsonObject toJson() {
    JsonObject json =
        new JsonObject()
            .put("time", time.toString())
            .put("gateway", delivery.gateway())
            .put("reference", delivery.reference())
            .put("url", url)
            .put("attempt", number)
            .put("status", status)
            .put("body", delivery.body());
    return trouble.isEmpty() ? json : json.put("trouble", trouble);
  }
}
