package id.tixgo.payment.domain;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** Reads what a gateway sends by itself, and tells whether it is the one who sent it. */
public interface NotificationReader {
  /** The {@link PaymentGateway#name()}. */
  String gateway();

  /** Whether a notification looks like one of this gateway, genuine or not. */
  boolean isMeant(MultiMap headers, Buffer body);

  /** Compares signature or token in constant time. */
  Notice read(MultiMap headers, Buffer body);
}
