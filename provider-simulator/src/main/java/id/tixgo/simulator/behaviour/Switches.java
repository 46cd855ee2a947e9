package id.tixgo.simulator.behaviour;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** What the gateways do otherwise than usual. Of one event loop. */
public final class Switches {
  private static final List<String> REFUND_RESULTS = List.of("succeed", "fail", "pending");
  private static final List<String> DELIVERIES = List.of("running", "paused");

  private boolean webhookBeforeAnswer;
  private long feeImposition;
  private boolean unknownNewFields;
  private boolean nestedRefundWebhook;
  private String refundResult = "succeed";
  private boolean autoPay;
  private String deliveries = "running";

  /** A call is answered once the notifications that it caused have been delivered. */
  public boolean isWebhookBeforeAnswer() {
    return webhookBeforeAnswer;
  }

  /** What the gateway adds to each price, in rupiah. */
  public long feeImposition() {
    return feeImposition;
  }

  /** Answers and notifications have members that nobody has heard of. */
  public boolean hasUnknownNewFields() {
    return unknownNewFields;
  }

  public boolean isRefundWebhookNested() {
    return nestedRefundWebhook;
  }

  public boolean isRefundFailing() {
    return refundResult.equals("fail");
  }

  public boolean isRefundLeftPending() {
    return refundResult.equals("pending");
  }

  /** Whatever is created is paid at once. */
  public boolean isAutoPay() {
    return autoPay;
  }

  public boolean isPaused() {
    return deliveries.equals("paused");
  }

  /**
   * Sets those that are named, or none.
   *
   * @throws IllegalArgumentException with a sentence, if one isn't known or can't have that value
   * @throws ClassCastException if one has another type
   */
  public void set(JsonObject changes) {
    JsonObject wanted = toJson();
    changes.fieldNames().forEach(name -> require(wanted.containsKey(name), name));
    wanted.mergeIn(changes);
    require(REFUND_RESULTS.contains(wanted.getString("refund_result")), "refund_result");
    require(DELIVERIES.contains(wanted.getString("deliveries")), "deliveries");
    take(wanted);
  }

  private void take(JsonObject wanted) {
    boolean before = wanted.getBoolean("webhook_before_answer");
    long fee = wanted.getLong("fee_imposition");
    boolean fields = wanted.getBoolean("unknown_new_fields");
    boolean nested = wanted.getBoolean("nested_refund_webhook");
    autoPay = wanted.getBoolean("auto_pay");
    webhookBeforeAnswer = before;
    feeImposition = fee;
    unknownNewFields = fields;
    nestedRefundWebhook = nested;
    refundResult = wanted.getString("refund_result");
    deliveries = wanted.getString("deliveries");
  }

  private static void require(boolean condition, String name) {
    if (!condition) {
      throw new IllegalArgumentException(name + " is no switch, or has no such position.");
    }
  }

  public JsonObject toJson() {
    return new JsonObject()
        .put("webhook_before_answer", webhookBeforeAnswer)
        .put("fee_imposition", feeImposition)
        .put("unknown_new_fields", unknownNewFields)
        .put("nested_refund_webhook", nestedRefundWebhook)
        .put("refund_result", refundResult)
        .put("auto_pay", autoPay)
        .put("deliveries", deliveries);
  }

  /** All as usual. */
  public void reset() {
    take(new Switches().toJson());
  }
}
