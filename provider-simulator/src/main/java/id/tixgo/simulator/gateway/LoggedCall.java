package id.tixgo.simulator.gateway;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.behaviour.BoundedLog;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * A call as it stands in the log.
 *
 * @param status of the answer; 0 if there was none
 * @param code the gateway's own code in the answer's body
 * @param fault what went wrong with it
 */
record LoggedCall(
    Instant time,
    String gateway,
    String operation,
    String method,
    String path,
    String reference,
    String idempotencyKey,
    int status,
    String code,
    String fault)
    implements BoundedLog.Line {
  LoggedCall {
    requireNonNull(time);
    requireNonNull(gateway);
    requireNonNull(operation);
    requireNonNull(method);
    requireNonNull(path);
    requireNonNull(reference);
    requireNonNull(idempotencyKey);
    requireNonNull(code);
    requireNonNull(fault);
  }

  @Override
  public JsonObject toJson() {
    return new JsonObject()
        .put("time", time.toString())
        .put("gateway", gateway)
        .put("operation", operation)
        .put("method", method)
        .put("path", path)
        .put("reference", reference)
        .put("idempotency_key", idempotencyKey)
        .put("status", status)
        .put("code", code)
        .put("fault", fault);
  }
}
