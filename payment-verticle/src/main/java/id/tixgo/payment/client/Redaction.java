package id.tixgo.payment.client;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes card data out of what gateways send before it is kept: members that have it by their names,
 * also masked, what a card could be charged with again, and whatever looks like a card's number.
 * Signatures go, too: nobody needs them a second time.
 */
final class Redaction {
  private static final Pattern NAME =
      Pattern.compile(
          "masked_card.*|card_?number|card_?holder.*|.*token_id.*|.*card_token.*|.*(cvv|cvn|cvc)2?"
              + "|.*(exp|expiry|expiration)_?(month|year)|pan|account_?number|signature_key");

  /** One of these is in each such name: most names have none, and need no closer look. */
  private static final List<String> HINTS =
      List.of("card", "token", "cv", "exp", "pan", "account", "signature");

  private static final int FEWEST_DIGITS = 13;
  private static final Pattern NUMBER = Pattern.compile("\\d(?:[ -]?\\d){12,18}");
  private static final String REMOVED = "[removed]";

  private Redaction() {}

  static JsonObject of(JsonObject json) {
    JsonObject rest = new JsonObject();
    for (Map.Entry<String, Object> member : json) {
      if (!isCardData(member.getKey().toLowerCase(Locale.ROOT))) {
        rest.put(member.getKey(), value(member.getValue()));
      }
    }
    return rest;
  }

  private static boolean isCardData(String name) {
    for (String hint : HINTS) {
      if (name.contains(hint)) {
        return NAME.matcher(name).matches();
      }
    }
    return false;
  }

  private static JsonArray of(JsonArray values) {
    JsonArray rest = new JsonArray();
    values.forEach(value -> rest.add(value(value)));
    return rest;
  }

  private static Object value(Object value) {
    if (value instanceof JsonObject json) {
      return of(json);
    }
    if (value instanceof JsonArray array) {
      return of(array);
    }
    boolean hides = value != null && hasCardNumber(value.toString());
    return hides ? REMOVED : value;
  }

  private static boolean hasCardNumber(String text) {
    return text.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS
        && NUMBER.matcher(text).results().anyMatch(found -> isCardNumber(found.group()));
  }

  /** By the digit that checks the others (ISO/IEC 7812). */
  private static boolean isCardNumber(String text) {
    String digits = text.replaceAll("[ -]", "");
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}
