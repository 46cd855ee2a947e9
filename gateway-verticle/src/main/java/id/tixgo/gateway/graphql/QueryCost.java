package id.tixgo.gateway.graphql;

import static java.util.Objects.requireNonNull;

import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigInteger;
import java.util.Map;

/**
 * What an operation costs, its fragments written out: each field 1, below a list as many times as
 * there may be objects. Counted while it is walked, so that what grows without end is left early.
 * Passwords are hashed on purpose slowly, so that some of them at once are a lot.
 */
final class QueryCost {
  private static final int MOST_COST = 1000;
  private static final int DEEPEST = 10;
  private static final int MOST_ROOTS = 20;
  private static final int MOST_ALIASES = 20;
  private static final int MOST_DIRECTIVES = 5;

  /** Of a list whose length nobody said. */
  private static final int USUAL_LENGTH = 10;

  private static final Map<String, Integer> FIELD_TO_COST =
      Map.of("login", 90, "createUser", 90, "updateUser", 90);

  private final ExecutionContext execution;
  private int roots;
  private int aliases;

  QueryCost(ExecutionContext execution) {
    this.execution = requireNonNull(execution);
  }

  /** The whole; throws what the client is told when it is too much. */
  int of(OperationDefinition operation) {
    boolean changes = operation.getOperation() == OperationDefinition.Operation.MUTATION;
    GraphQLObjectType root =
        changes
            ? execution.getGraphQLSchema().getMutationType()
            : execution.getGraphQLSchema().getQueryType();
    return (int) cost(operation.getSelectionSet(), root, 1);
  }

  private long cost(SelectionSet selections, GraphQLObjectType type, int depth) {
    long cost = 0;
    for (Selection<?> selection : selections.getSelections()) {
      cost += cost(selection, type, depth);
      refuseIf(cost > MOST_COST, "is too complex");
    }
    return cost;
  }

  private long cost(Selection<?> selection, GraphQLObjectType type, int depth) {
    if (selection instanceof Field field) {
      return cost(field, type, depth);
    }
    if (selection instanceof InlineFragment fragment) {
      return cost(fragment.getSelectionSet(), type, depth);
    }
    String name = ((FragmentSpread) selection).getName();
    FragmentDefinition fragment = execution.getFragmentsByName().get(name);
    return cost(fragment.getSelectionSet(), type, depth);
  }

  private long cost(Field field, GraphQLObjectType type, int depth) {
    roots += depth == 1 ? 1 : 0;
    aliases += field.getAlias() == null ? 0 : 1;
    refuseIf(depth > DEEPEST, "is nested deeper than " + DEEPEST + " levels");
    refuseIf(roots > MOST_ROOTS, "asks for more than " + MOST_ROOTS + " things at once");
    refuseIf(aliases > MOST_ALIASES, "has more than " + MOST_ALIASES + " aliases");
    refuseIf(
        field.getDirectives().size() > MOST_DIRECTIVES,
        "has more than " + MOST_DIRECTIVES + " directives on a field");
    int own = FIELD_TO_COST.getOrDefault(field.getName(), 1);
    boolean isOfSchema = Introspection.INTROSPECTION_SYSTEM_FIELDS.contains(field.getName());
    return isOfSchema || field.getSelectionSet() == null ? own : own + below(field, type, depth);
  }

  private long below(Field field, GraphQLObjectType type, int depth) {
    GraphQLOutputType result = type.getFieldDefinition(field.getName()).getType();
    GraphQLObjectType objects = (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(result);
    boolean isList = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(result));
    int usual = isList && !field.getName().equals("nodes") ? USUAL_LENGTH : 1;
    return first(field, usual) * cost(field.getSelectionSet(), objects, depth + 1);
  }

  private long first(Field field, int whenUnsaid) {
    return field.getArguments().stream()
        .filter(argument -> argument.getName().equals("first"))
        .map(Argument::getValue)
        .mapToLong(this::number)
        .findFirst()
        .orElse(whenUnsaid);
  }

  /** What is no number is refused elsewhere. */
  private long number(Value<?> value) {
    if (value instanceof IntValue whole) {
      return whole.getValue().max(BigInteger.ONE).min(BigInteger.valueOf(MOST_COST)).longValue();
    }
    Object given =
        value instanceof VariableReference variable
            ? execution.getCoercedVariables().get(variable.getName())
            : null;
    return given instanceof Integer number ? Math.max(1, number) : 1;
  }

  private static void refuseIf(boolean tooMuch, String why) {
    if (tooMuch) {
      throw new AbortExecutionException("The operation " + why + ".");
    }
  }
}
