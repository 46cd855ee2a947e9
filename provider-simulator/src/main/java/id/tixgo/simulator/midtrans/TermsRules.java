package id.tixgo.simulator.midtrans;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Snap and Core check of what a merchant asks for. */
final class TermsRules {
  private static final String ORDER_ID = "transaction_details.order_id";
  private static final String AMOUNT = "transaction_details.gross_amount";
  private static final int LONGEST_ID = 50;

  private TermsRules() {}

  /** What is wrong; empty if nothing is. */
  static List<String> check(JsonObject body) {
    JsonObject details = body.getJsonObject("transaction_details", new JsonObject());
    List<String> wrong = new ArrayList<>();
    orderId(details.getString("order_id", "")).ifPresent(wrong::add);
    amount(details.getValue("gross_amount")).ifPresent(wrong::add);
    JsonArray items = body.getJsonArray("item_details");
    if (wrong.isEmpty() && items != null) {
      items(items, details.getLong("gross_amount"), wrong);
    }
    return wrong;
  }

  private static Optional<String> orderId(String id) {
    if (id.isEmpty()) {
      return Optional.of(ORDER_ID + " is required");
    }
    if (id.length() > LONGEST_ID) {
      return Optional.of(ORDER_ID + " too long");
    }
    boolean isPlain = id.matches("[A-Za-z0-9_~.-]+");
    return isPlain ? Optional.empty() : Optional.of(ORDER_ID + " has invalid character(s)");
  }

  private static Optional<String> amount(Object amount) {
    if (amount == null) {
      return Optional.of(AMOUNT + " is required");
    }
    if (!isWhole(amount)) {
      return Optional.of(AMOUNT + " must be a number without decimals");
    }
    boolean isPositive = ((Number) amount).longValue() >= 1;
    return isPositive
        ? Optional.empty()
        : Optional.of(AMOUNT + " must be greater than or equal to 1");
  }

  private static void items(JsonArray items, long amount, List<String> wrong) {
    long sum = 0;
    for (int i = 0; i < items.size(); i++) {
      JsonObject item = items.getJsonObject(i);
      wrong.addAll(item(item));
      sum += wrong.isEmpty() ? item.getLong("price") * item.getLong("quantity") : 0;
    }
    if (wrong.isEmpty() && sum != amount) {
      wrong.add(AMOUNT + " is not equal to the sum of item_details");
    }
  }

  private static List<String> item(JsonObject item) {
    List<String> wrong = new ArrayList<>();
    if (!isWhole(item.getValue("price"))) {
      wrong.add("item_details price must be a number without decimals");
    }
    if (!isWhole(item.getValue("quantity")) || item.getLong("quantity") < 1) {
      wrong.add("item_details quantity must be greater than or equal to 1");
    }
    if (item.getString("name", "").isEmpty()) {
      wrong.add("item_details name is required");
    }
    if (item.getString("name", "").length() > LONGEST_ID) {
      wrong.add("item_details Name too long");
    }
    if (item.getString("id", "").length() > LONGEST_ID) {
      wrong.add("item_details Id too long");
    }
    return wrong;
  }

  private static boolean isWhole(Object number) {
    return number instanceof Integer || number instanceof Long;
  }
}
