package id.tixgo.simulator.delivery;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.behaviour.BoundedLog;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * One attempt to deliver.
 *
 * @param number 1 for the first
 * @param status that the merchant answered with; {@link RetryRule#NO_ANSWER} if he didn't
 * @param trouble why there is no answer; empty if there is one
 * @param took from when it was due until it was answered, the wait for a connection included
 */
public record DeliveryAttempt(
    Instant time,
    SentWebhook delivery,
    String url,
    int number,
    int status,
    String trouble,
    Duration took)
    implements BoundedLog.Line {
  public DeliveryAttempt {
    requireNonNull(time);
    requireNonNull(delivery);
    requireNonNull(url);
    requireNonNull(trouble);
    requireNonNull(took);
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
            .put("took_us", TimeUnit.NANOSECONDS.toMicros(took.toNanos()))
            .put("body", delivery.body());
    return trouble.isEmpty() ? json : json.put("trouble", trouble);
  }
}
