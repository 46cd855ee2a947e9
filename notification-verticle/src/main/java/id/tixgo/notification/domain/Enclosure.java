package id.tixgo.notification.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.buffer.Buffer;

/**
 * A file that goes with a mail.
 *
 * @param type its media type
 */
public record Enclosure(String name, String type, Buffer bytes) {
  public Enclosure {
    requireNonNull(name);
    requireNonNull(type);
    requireNonNull(bytes);
  }
}
