package id.tixgo.gateway.graphql;

import static java.util.Objects.requireNonNullElse;

import graphql.schema.DataFetchingEnvironment;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.upstream.UpstreamClient;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** A field's arguments as parts of a REST request. */
final class Arguments {
  private static final int LONGEST_PAGE = 100;

  private Arguments() {}

  /**
   * One as a segment of a path, or a value of a query. Nothing has an id by which a path would lead
   * elsewhere, to the list or to what is above it.
   */
  static String segment(DataFetchingEnvironment field, String name) {
    String text = String.valueOf(field.<Object>getArgument(name));
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      throw Problem.notFound("There is no such " + name + ".");
    }
    return UpstreamClient.segment(text);
  }

  /** All but some that stand in the path, as a body. */
  static JsonObject body(DataFetchingEnvironment field, String... inPath) {
    Map<String, Object> rest = new HashMap<>(field.getArguments());
    for (String name : inPath) {
      rest.remove(name);
    }
    return Names.snake(rest);
  }

  /** The members of {@code input}, as a body. */
  static JsonObject input(DataFetchingEnvironment field) {
    return Names.snake(field.<Map<String, Object>>getArgument("input"));
  }

  /** {@code first} and {@code after} as REST's query. */
  static String page(DataFetchingEnvironment field) {
    int first = requireNonNullElse(field.<Integer>getArgument("first"), 0);
    if (first < 1 || first > LONGEST_PAGE) {
      throw Problem.invalid("first", "must be from 1 to " + LONGEST_PAGE, "range");
    }
    String after = field.getArgument("after");
    return "limit=" + first + (after == null ? "" : "&cursor=" + segment(field, "after"));
  }
}
