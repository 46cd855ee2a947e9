package id.tixgo.common.bus;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.scope.ScopeLocal;
import id.tixgo.common.scope.Trace;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.Collection;
import java.util.Optional;

/**
 * What the services tell each other. Messages are immutable records: passed by reference inside one
 * JVM, as JSON between JVMs. Each verticle instance has a bus of its own. An address is a constant
 * of the record that is sent to it.
 */
public final class Bus {
  private static final long HEARD_MS = 10_000;

  private final EventBus eventBus;

  public Bus(Vertx vertx) {
    this.eventBus = requireNonNull(vertx).eventBus();
  }

  /** Teaches the bus its records. Call once for each Vert.x instance, before the first verticle. */
  public static void registerCodecs(Vertx vertx, Collection<Class<? extends Record>> types) {
    register(vertx, FeedBell.class);
    types.forEach(type -> register(vertx, type));
  }

  public void publish(String address, Record message) {
    DeliveryOptions options = new DeliveryOptions();
    ScopeLocal.sampled().ifPresent(trace -> options.addHeader(Trace.HEADER, trace.header()));
    eventBus.publish(address, message, options);
  }

  /** Says that a service's feed has more messages. */
  public void ring(String service) {
    publish(FeedBell.address(service), new FeedBell(service));
  }

  public <T extends Record> Listening listen(String address, Class<T> type, Handler<T> listener) {
    return new Listening(
        eventBus.<T>consumer(
            address,
            message -> {
              goOn(message.headers().get(Trace.HEADER));
              listener.handle(type.cast(message.body()));
            }));
  }

  /** What comes of a message belongs to the trace of whoever sent it. */
  private static void goOn(String sender) {
    Optional.ofNullable(sender)
        .flatMap(header -> Trace.of(header, ""))
        .map(trace -> new RequestScope("bus", Deadline.in(HEARD_MS), trace.next()))
        .ifPresent(ScopeLocal::begin);
  }

  /** A listener on the bus, until it is ended. */
  public record Listening(MessageConsumer<?> consumer) {
    public Listening {
      requireNonNull(consumer);
    }

    /** Completes when every node of the cluster knows of the listener. */
    public Future<Void> known() {
      return consumer.completion();
    }

    public Future<Void> end() {
      return consumer.unregister();
    }
  }

  private static <T extends Record> void register(Vertx vertx, Class<T> type) {
    vertx.eventBus().registerDefaultCodec(type, new RecordCodec<>(type));
  }
}
