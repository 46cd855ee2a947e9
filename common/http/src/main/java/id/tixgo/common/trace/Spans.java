package id.tixgo.common.trace;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.TraceConfig;
import id.tixgo.common.scope.Trace;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends spans to who wants to see them. One for each Vert.x; nothing of OpenTelemetry is loaded
 * where nobody does.
 */
public final class Spans implements Shareable {
  private static final String KEY = "spans";
  private static final String SERVICE = "service";

  private final Optional<OtlpSender> sender;

  private Spans(Optional<OtlpSender> sender) {
    this.sender = requireNonNull(sender);
  }

  /** Those of this Vert.x, which the first service made. */
  public static Spans of(Vertx vertx, TraceConfig config) {
    return map(vertx).computeIfAbsent(KEY, none -> begun(vertx, config));
  }

  /** Those of this Vert.x; none before a service was there. */
  public static Spans of(Vertx vertx) {
    return Optional.ofNullable(map(vertx).get(KEY)).orElseGet(() -> new Spans(Optional.empty()));
  }

  /** Says whose the verticle is that this context belongs to. */
  public static void serves(Context context, String service) {
    context.put(SERVICE, service);
  }

  /** Whose verticle makes something now. */
  public static String service(Vertx vertx) {
    return Optional.ofNullable(vertx.getOrCreateContext().<String>get(SERVICE)).orElse("tixgo");
  }

  private static LocalMap<String, Spans> map(Vertx vertx) {
    return vertx.sharedData().getLocalMap("trace");
  }

  private static Spans begun(Vertx vertx, TraceConfig config) {
    Spans spans = new Spans(config.receiver().map(receiver -> new OtlpSender(receiver, config)));
    spans.sender.ifPresent(
        sending ->
            ((VertxInternal) vertx)
                .addCloseHook(
                    closed -> vertx.<Void>executeBlocking(sending::close).onComplete(closed)));
    return spans;
  }

  /** Whether a step of this trace will be seen by anybody. */
  public boolean wants(Trace trace) {
    return trace.sampled() && sender.isPresent();
  }

  /** Takes a step that ended just now, if it is wanted. */
  public void record(Trace trace, Supplier<Span> span) {
    if (wants(trace)) {
      sender.get().send(span.get());
    }
  }
}
