package id.tixgo.payment.client;

import java.util.Optional;
import java.util.Set;

/** Xendit's error codes in plain words. */
final class XenditErrors {
  static final String UNAUTHORIZED = "Xendit does not accept our secret key.";

  /** They say that something is going on, or nothing of the payment at all. */
  private static final Set<String> UNSURE =
      Set.of(
          "REFUND_IN_PROGRESS",
          "TEMPORARILY_UNAVAILABLE",
          "CHANNEL_UNAVAILABLE",
          "SERVER_ERROR",
          "RATE_LIMIT_EXCEEDED",
          "DUPLICATE_ERROR",
          "IDEMPOTENCY_ERROR");

  private XenditErrors() {}

  /** The code of what Xendit refuses; throws {@link NoAnswer} when it doesn't say so. */
  static String code(GatewayReply reply) {
    Optional<String> code = reply.json().text("error_code");
    if (!reply.isRefusal() || code.isEmpty()) {
      throw XenditInvoice.unreadable();
    }
    return reply.status() == 401 ? "UNAUTHORIZED" : code.get();
  }

  static boolean isUnsure(String code) {
    return UNSURE.contains(code);
  }

  /** Why it isn't sure, in words of ours. */
  static String unsure(String code) {
    return "Xendit says nothing but " + code + ".";
  }

  static String reason(String code, GatewayReply reply) {
    return switch (code) {
      case "UNAUTHORIZED" -> UNAUTHORIZED;
      case "ACCESS_SUSPENDED" -> "Our account at Xendit is suspended.";
      case "NO_COLLECTION_METHODS_ERROR", "UNAVAILABLE_PAYMENT_METHOD_ERROR" ->
          "This way to pay isn't set up for our account at Xendit.";
      case "REFUND_AMOUNT_EXCEEDED", "MAXIMUM_REFUND_AMOUNT_REACHED" ->
          "That is more than Xendit has left of the payment.";
      case "INSUFFICIENT_BALANCE" -> "Our account at Xendit holds too little for the refund.";
      case "REFUND_NOT_SUPPORTED" -> "Xendit can't give back what was paid this way.";
      case "PARTIAL_REFUND_NOT_SUPPORTED" ->
          "Xendit can give back what was paid this way only as a whole.";
      case "PARTIAL_REFUND_COUNTS_EXCEEDED" ->
          "Xendit has given back parts of this payment too often.";
      case "INELIGIBLE_TRANSACTION", "INELIGIBLE_TRANSACTION_STATUS" ->
          "Xendit can't give back this payment in the state that it is in.";
      case "ACCOUNT_ACCESS_BLOCKED", "ACCOUNT_NOT_FOUND" ->
          "The buyer's account can't take the money.";
      case "REFUND_FAILED" -> "Xendit could not give the money back.";
      case "DATA_NOT_FOUND" -> "Xendit has no such payment.";
      default -> "Xendit says: " + reply.json().text("message").orElse(code);
    };
  }
}
