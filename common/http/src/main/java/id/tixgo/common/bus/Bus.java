package id.tixgo.common.bus;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.Collection;

/**
 * What the services tell each other. Messages are immutable records: passed by reference inside one
 * JVM, as JSON between JVMs. Each verticle instance has a bus of its own. An address is a constant
 * of the record that is sent to it.
 */
public final class Bus {
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
    eventBus.publish(address, message);
  }

  /** Says that a service's feed has more messages. */
  public void ring(String service) {
    publish(FeedBell.address(service), new FeedBell(service));
  }

  public <T extends Record> Listening listen(String address, Class<T> type, Handler<T> listener) {
    return new Listening(
        eventBus.<T>consumer(address, message -> listener.handle(type.cast(message.body()))));
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
