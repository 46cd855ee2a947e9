package id.tixgo.common.clients.event;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where an event takes place.
 *
 * @param roomId the room that it has there, with its name
 */
public record VenueFacts(
    int id,
    String name,
    Optional<String> address,
    Optional<Integer> roomId,
    Optional<String> roomName) {
  public VenueFacts {
    requireNonNull(name);
    requireNonNull(address);
    requireNonNull(roomId);
    requireNonNull(roomName);
  }
}
