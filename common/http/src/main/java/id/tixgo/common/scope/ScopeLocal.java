package id.tixgo.common.scope;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.context.storage.ContextLocal;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * For which request something is done, for those who aren't told: the log, feeds, the bus. Vert.x
 * runs each request on a context of its own, which has it; a transaction's thread has it meanwhile.
 */
public final class ScopeLocal implements VertxServiceProvider {
  private static final ContextLocal<RequestScope> OF_A_CONTEXT =
      ContextLocal.registerLocal(RequestScope.class);

  private static final ThreadLocal<RequestScope> OF_A_THREAD = new ThreadLocal<>();

  /** Found by Vert.x, before it makes its first context: so there is room for it in each. */
  @Override
  public void init(VertxBootstrap bootstrap) {}

  /** Empty for what nobody asked for. */
  public static Optional<RequestScope> current() {
    RequestScope ofThread = OF_A_THREAD.get();
    return ofThread == null ? ofContext() : Optional.of(ofThread);
  }

  private static Optional<RequestScope> ofContext() {
    Context context = Vertx.currentContext();
    return context == null ? Optional.empty() : Optional.ofNullable(OF_A_CONTEXT.get(context));
  }

  /** Its trace, where somebody wants to see it. */
  public static Optional<Trace> sampled() {
    return current().map(RequestScope::trace).filter(Trace::sampled);
  }

  /** For what follows on this request's or message's own context; others have none. */
  public static void begin(RequestScope scope) {
    if (Vertx.currentContext() instanceof ContextInternal own && own.isDuplicate()) {
      OF_A_CONTEXT.put(own, scope);
    }
  }

  /** Does something for a request on a thread that isn't Vert.x's. */
  public static <R> R during(RequestScope scope, Supplier<R> work) {
    RequestScope before = OF_A_THREAD.get();
    OF_A_THREAD.set(scope);
    try {
      return work.get();
    } finally {
      if (before == null) {
        OF_A_THREAD.remove();
      } else {
        OF_A_THREAD.set(before);
      }
    }
  }
}
