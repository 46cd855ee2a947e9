package id.tixgo.common.scope;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.PromiseInternal;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.context.storage.ContextLocal;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The origin of what runs now: of the request whose context it is, until its change is told. Vert.x
 * finds this class by itself, since a context has room for what was known when Vert.x began.
 */
public final class Origins implements VertxServiceProvider {
  private static final ContextLocal<Origin> ORIGIN = ContextLocal.registerLocal(Origin.class);

  @Override
  public void init(VertxBootstrap vertx) {}

  /** Notes where all changes come from that this request makes. */
  public static void begin(Origin origin) {
    ContextInternal context = ContextInternal.current();
    if (!context.isDuplicate()) {
      throw new IllegalStateException("no context of one request");
    }
    context.putLocal(ORIGIN, origin);
  }

  public static Optional<Origin> current() {
    ContextInternal context = ContextInternal.current();
    return context == null ? Optional.empty() : Optional.ofNullable(context.getLocal(ORIGIN));
  }

  /** Does something that no request asks for, and that is audited all the same. */
  public static <T> Future<T> during(Context context, Origin origin, Supplier<Future<T>> work) {
    ContextInternal own = ((ContextInternal) context).duplicate();
    own.putLocal(ORIGIN, origin);
    PromiseInternal<T> done = own.promise();
    own.runOnContext(now -> work.get().onComplete(done));
    return done.future();
  }

  /** The request's change is told: what it does besides follows from that. */
  public static void end() {
    ContextInternal.current().removeLocal(ORIGIN);
  }

  /**
   * The same result on the context of who calls this. Requests that wait for one answer together
   * hear of it on the context of the first.
   */
  public static <T> Future<T> here(Future<T> future) {
    if (future.isComplete()) {
      return future;
    }
    PromiseInternal<T> here = ContextInternal.current().promise();
    future.onComplete(here);
    return here.future();
  }
}
