package id.tixgo.gateway.graphql;

import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;

/**
 * Refuses an operation that would cost too much, or for which its client has too little left,
 * before any of it is done.
 */
final class QueryLimits extends SimplePerformantInstrumentation {
  @Override
  public InstrumentationContext<ExecutionResult> beginExecuteOperation(
      InstrumentationExecuteOperationParameters operation, InstrumentationState state) {
    ExecutionContext execution = operation.getExecutionContext();
    int cost = new QueryCost(execution).of(execution.getOperationDefinition());
    execution.getGraphQLContext().<QuerySpending.Purse>get(QuerySpending.Purse.class).pay(cost);
    return SimpleInstrumentationContext.noOp();
  }
}
