package id.tixgo.gateway.graphql;

import static java.util.Objects.requireNonNull;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;

/** A scalar that is a text here and there; whether it can be one, REST says. */
final class TextScalar implements Coercing<String, String> {
  private final String name;

  private TextScalar(String name) {
    this.name = requireNonNull(name);
  }

  static GraphQLScalarType named(String name) {
    return GraphQLScalarType.newScalar().name(name).coercing(new TextScalar(name)).build();
  }

  @Override
  public String serialize(Object value, GraphQLContext context, Locale locale) {
    return value.toString();
  }

  @Override
  public String parseValue(Object value, GraphQLContext context, Locale locale) {
    if (value instanceof String text) {
      return text;
    }
    throw new CoercingParseValueException("A " + name + " is a text.");
  }

  @Override
  public String parseLiteral(
      Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
    if (value instanceof StringValue text) {
      return text.getValue();
    }
    throw new CoercingParseLiteralException("A " + name + " is a text.");
  }
}
