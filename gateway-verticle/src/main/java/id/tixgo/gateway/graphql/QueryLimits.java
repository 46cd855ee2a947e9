package id.tixgo.gateway.graphql;

import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;

/** Refuses an operation that would cost too much, before any of it is done. */
final class QueryLimits extends SimplePerformantInstrumentation {
  @Override
  public InstrumentationContext<ExecutionResult> beginExecuteOperation(
      InstrumentationExecuteOperationParameters operation, InstrumentationState state) {
    ExecutionContext execution = operation.getExecutionContext();
    new QueryCost(execution).check(execution.getOperationDefinition());
    return SimpleInstrumentationContext.noOp();
  }
}
