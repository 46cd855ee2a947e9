package id.tixgo.common.clients.identity;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;

/**
 * Identity's changes on the bus, for Identity to publish and for the other services to hear. Each
 * verticle instance has its own.
 */
public final class IdentityChanges {
  private static final long HEARTBEAT_MS = 1000;
  private static final long LOOK_MS = 2000;

  private final Vertx vertx;
  private final LocalMap<String, IdentityChange> addressToLast;
  private IdentityChangeSubscription subscription;

  public IdentityChanges(Vertx vertx) {
    this.vertx = requireNonNull(vertx);
    this.addressToLast = vertx.sharedData().getLocalMap("bus.last");
  }

  public void publish(IdentityChange change) {
    addressToLast.put(IdentityChange.ADDRESS, change);
    vertx.eventBus().publish(IdentityChange.ADDRESS, change);
  }

  /**
   * What this JVM's Identity published last, the same object as listeners hear; null before the
   * first. It can be seen at once, when listeners on busy event loops haven't heard it yet.
   */
  public IdentityChange lastPublished() {
    return addressToLast.get(IdentityChange.ADDRESS);
  }

  /** For Identity: lets listeners in other JVMs know every second that they hear it. */
  public void startHeartbeat() {
    if (vertx.isClustered()) {
      vertx.setPeriodic(
          HEARTBEAT_MS,
          id -> vertx.eventBus().publish(IdentityChange.ADDRESS, IdentityChange.HEARTBEAT));
    }
  }

  /** Listeners are told in their order; completes when every node of the cluster knows of them. */
  public Future<Void> subscribe(IdentityListener listener) {
    if (subscription == null) {
      boolean clustered = vertx.isClustered();
      subscription = new IdentityChangeSubscription(vertx.eventBus(), clustered, System::nanoTime);
      if (clustered) {
        vertx.setPeriodic(LOOK_MS, id -> subscription.check());
      }
    }
    return subscription.add(listener);
  }
}
