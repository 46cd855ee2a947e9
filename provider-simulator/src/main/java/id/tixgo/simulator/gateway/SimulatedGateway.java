package id.tixgo.simulator.gateway;

import id.tixgo.simulator.delivery.SentWebhook;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;

/**
 * A gateway as it is seen from behind: by the buyer's bank, and by who plays it. A reference is the
 * merchant's own name of a payment, or the gateway's.
 */
public interface SimulatedGateway {
  String name();

  /** Mounts the gateway's own wire. */
  void mount(Router router);

  boolean knows(String reference);

  /** What is known of a payment. */
  JsonObject payment(String reference);

  /**
   * Makes a move; the merchant is told of it.
   *
   * @throws MoveRefused if the payment's state doesn't allow it
   */
  void move(String reference, Move move, MoveDetails details);

  /** A notification as it is wished for, also of a payment that isn't known. */
  SentWebhook notification(String reference, NotificationWish wish);

  /** Forgets everything. */
  void reset();
}
