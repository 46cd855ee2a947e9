package id.tixgo.gateway.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Locale;
import java.util.Map;

/** Reads a field of what REST answered; an enum's value is upper-case here. */
final class JsonFields implements DataFetcher<Object> {
  @Override
  public Object get(DataFetchingEnvironment field) {
    Map<?, ?> source = field.getSource();
    Object value = source.get(Names.snake(field.getField().getName()));
    boolean named = GraphQLTypeUtil.unwrapNonNull(field.getFieldType()) instanceof GraphQLEnumType;
    return named && value instanceof String text ? text.toUpperCase(Locale.ROOT) : value;
  }
}
