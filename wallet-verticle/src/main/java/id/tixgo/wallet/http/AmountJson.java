package id.tixgo.wallet.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import id.tixgo.wallet.domain.Rupiah;
import id.tixgo.wallet.domain.WalletRefusals;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An amount as a client writes it: to the last digit, which a {@code double} hasn't room for.
 *
 * @param major what it says, if it is a number
 */
@JsonDeserialize(using = AmountJson.Reader.class)
record AmountJson(Optional<BigDecimal> major) {
  /**
   * Its minor units; fails with {@code INVALID_AMOUNT} where it can't be moved.
   *
   * @param given null when it isn't there
   */
  static long minor(AmountJson given) {
    return Optional.ofNullable(given)
        .flatMap(AmountJson::major)
        .flatMap(Rupiah::minor)
        .orElseThrow(WalletRefusals::invalidAmount);
  }

  static final class Reader extends StdDeserializer<AmountJson> {
    private static final long serialVersionUID = 1;

    Reader() {
      super(AmountJson.class);
    }

    @Override
    public AmountJson deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      boolean isNumber = json.currentToken().isNumeric();
      Optional<BigDecimal> major =
          isNumber ? Optional.of(json.getDecimalValue()) : Optional.empty();
      json.skipChildren();
      return new AmountJson(major);
    }
  }
}
