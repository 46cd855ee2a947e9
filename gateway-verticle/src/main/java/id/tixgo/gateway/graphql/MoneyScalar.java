package id.tixgo.gateway.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * An amount as a JSON number of any size: GraphQL's own {@code Int} ends at 32 bits. Going in it
 * may be digits in quotes; how many decimals there may be, REST says.
 */
final class MoneyScalar implements Coercing<Number, Number> {
  private static final String WANTED = "An amount is a number, or its digits.";

  private MoneyScalar() {}

  static GraphQLScalarType named(String name) {
    return GraphQLScalarType.newScalar().name(name).coercing(new MoneyScalar()).build();
  }

  @Override
  public Number serialize(Object value, GraphQLContext context, Locale locale) {
    return (Number) value;
  }

  @Override
  public Number parseValue(Object value, GraphQLContext context, Locale locale) {
    return amount(value.toString()).orElseThrow(() -> new CoercingParseValueException(WANTED));
  }

  @Override
  public Number parseLiteral(
      Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
    return digits(value)
        .flatMap(MoneyScalar::amount)
        .orElseThrow(() -> new CoercingParseLiteralException(WANTED));
  }

  private static Optional<String> digits(Value<?> value) {
    if (value instanceof StringValue text) {
      return Optional.of(text.getValue());
    }
    if (value instanceof IntValue whole) {
      return Optional.of(whole.getValue().toString());
    }
    return value instanceof FloatValue number
        ? Optional.of(number.getValue().toString())
        : Optional.empty();
  }

  /** {@code 1e999999999} would be a number of a gigabyte once it is written out. */
  private static Optional<Number> amount(String text) {
    return text.matches("-?\\d{1,15}(\\.\\d{1,15})?")
        ? Optional.of(plain(new BigDecimal(text).stripTrailingZeros()))
        : Optional.empty();
  }

  private static Number plain(BigDecimal amount) {
    return amount.scale() <= 0 ? (Number) amount.longValueExact() : amount;
  }
}
