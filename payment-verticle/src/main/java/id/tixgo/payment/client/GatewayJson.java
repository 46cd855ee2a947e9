package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An object that a gateway sent. Gateways add members, and write a number as text or the other way
 * round: what isn't what it should be counts as absent.
 */
record GatewayJson(JsonObject json) {
  private static final GatewayJson EMPTY = new GatewayJson(new JsonObject());

  /** Longer numbers are no amounts, and dear to reckon with. */
  private static final int LONGEST_NUMBER = 40;

  GatewayJson {
    requireNonNull(json);
  }

  /** Empty when the text isn't a JSON object. */
  static Optional<GatewayJson> of(Buffer text) {
    try {
      return of(Json.decodeValue(text));
    } catch (DecodeException e) {
      return Optional.empty();
    }
  }

  private static Optional<GatewayJson> of(Object value) {
    return value instanceof JsonObject json ? Optional.of(new GatewayJson(json)) : Optional.empty();
  }

  static List<GatewayJson> objects(Object array) {
    return elements(array, GatewayJson::of);
  }

  private static <T> List<T> elements(Object array, Function<Object, Optional<T>> reader) {
    return array instanceof JsonArray values
        ? values.stream().flatMap(value -> reader.apply(value).stream()).toList()
        : List.of();
  }

  /** A text as it was sent. */
  Optional<String> exactText(String name) {
    return json.getValue(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** A text or a number, as text; a blank one is absent. */
  Optional<String> text(String name) {
    return scalar(json.getValue(name));
  }

  private static Optional<String> scalar(Object value) {
    return Stream.of(Optional.ofNullable(value))
        .flatMap(Optional::stream)
        .filter(known -> known instanceof String || known instanceof Number)
        .map(known -> known.toString().strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  List<String> texts(String name) {
    return elements(json.getValue(name), GatewayJson::scalar);
  }

  Optional<BigDecimal> number(String name) {
    try {
      return text(name).filter(text -> text.length() <= LONGEST_NUMBER).map(BigDecimal::new);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** An amount in the major unit. */
  Optional<Money> money(String name, String currency) {
    return number(name).flatMap(amount -> Money.of(amount, currency));
  }

  /** An empty one where there is none. */
  GatewayJson object(String name) {
    return of(json.getValue(name)).orElse(EMPTY);
  }

  List<GatewayJson> objects(String name) {
    return objects(json.getValue(name));
  }

  boolean has(String name) {
    return json.containsKey(name);
  }

  /** As JSON, without card data. */
  String redacted() {
    return Redaction.of(json).encode();
  }
}
