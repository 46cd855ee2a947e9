package id.tixgo.common.bus;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.shareddata.LocalMap;

/**
 * What the services tell each other. Messages are immutable records: passed by reference inside one
 * JVM, as JSON between JVMs. Each verticle instance has a bus of its own.
 */
public final class Bus {
  /** {@link IdentityChange}: a user changed or a token was revoked. */
  public static final String IDENTITY_CHANGES = "identity.changes";

  /** {@link AttendanceChanges} of one event; the event's id follows. */
  public static final String ATTENDANCE_CHANGES = "attendance.changes.";

  /** {@link FeedBell} of a service; the service's name comes before. */
  public static final String FEED = ".feed";

  private static final long SIGN_OF_LIFE_MS = 1000;
  private static final long LOOK_MS = 2000;

  private final Vertx vertx;
  private final EventBus eventBus;
  private final LocalMap<String, IdentityChange> addressToLast;
  private IdentityEar ear;

  public Bus(Vertx vertx) {
    this.vertx = requireNonNull(vertx);
    this.eventBus = vertx.eventBus();
    this.addressToLast = vertx.sharedData().getLocalMap("bus.last");
  }

  /** Teaches the bus its records. Call once for each Vert.x instance, before the first verticle. */
  public static void registerCodecs(Vertx vertx) {
    register(vertx, IdentityChange.class);
    register(vertx, AttendanceChanges.class);
    register(vertx, FeedBell.class);
  }

  public void publish(String address, Record message) {
    eventBus.publish(address, message);
  }

  /** Says that a service's feed has more messages. */
  public void ring(String service) {
    publish(service + FEED, new FeedBell(service));
  }

  public void publish(IdentityChange change) {
    addressToLast.put(IDENTITY_CHANGES, change);
    publish(IDENTITY_CHANGES, change);
  }

  /**
   * What this JVM's Identity said last, the same object as listeners hear; null before the first.
   * It can be seen at once, when listeners on busy event loops haven't heard it yet.
   */
  public IdentityChange lastIdentityChange() {
    return addressToLast.get(IDENTITY_CHANGES);
  }

  /** For Identity: lets listeners in other JVMs know every second that they hear it. */
  public void giveSignsOfLife() {
    if (vertx.isClustered()) {
      vertx.setPeriodic(
          SIGN_OF_LIFE_MS, id -> publish(IDENTITY_CHANGES, IdentityChange.SIGN_OF_LIFE));
    }
  }

  /** Listeners are told in their order; completes when every node of the cluster knows of them. */
  public Future<Void> hearIdentity(IdentityListener listener) {
    if (ear == null) {
      ear = new IdentityEar(eventBus, vertx.isClustered(), System::nanoTime);
      if (vertx.isClustered()) {
        vertx.setPeriodic(LOOK_MS, id -> ear.check());
      }
    }
    return ear.add(listener);
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
