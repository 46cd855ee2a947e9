package id.tixgo.common.scope;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a change comes from that is audited.
 *
 * @param action what is done, in words with dots that never change: {@code user.role.changed}; the
 *     first word is the kind of thing that it is done to
 * @param actor who does it
 * @param address the client's, or where else it comes from
 * @param requestId the request's; empty when there was none
 * @param names what the request calls the thing; empty when it names none
 */
public record Origin(
    String action, Actor actor, String address, String requestId, List<String> names, Instant at) {
  public Origin {
    requireNonNull(action);
    requireNonNull(actor);
    requireNonNull(address);
    requireNonNull(requestId);
    names = List.copyOf(names);
    requireNonNull(at);
  }

  /**
   * Who does something.
   *
   * @param id Identity's number; empty for who has no account
   * @param name a user's or a device's; never an e-mail address
   */
  public record Actor(Optional<Long> id, String name, String role) {
    public Actor {
      requireNonNull(id);
      requireNonNull(name);
      requireNonNull(role);
    }
  }

  /** The kind of thing that the action is done to. */
  public String kind() {
    return action.substring(0, action.indexOf('.'));
  }
}
