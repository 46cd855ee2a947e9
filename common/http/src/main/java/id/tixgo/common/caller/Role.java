package id.tixgo.common.caller;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What someone may do. {@code SCANNER} is a device at a door, never a person. */
public enum Role {
  USER,
  COMMITTEE,
  ADMIN,
  SCANNER;

  private final String json = name().toLowerCase(Locale.ROOT);

  /** The name in tokens, JSON and settings: {@code committee}. */
  public String json() {
    return json;
  }

  /**
   * Whether it may see single scans: a ticket's number opens the door. Others see numbers alone.
   */
  public boolean seesScans() {
    return this != USER;
  }

  /** The role of a name in any case. */
  public static Optional<Role> of(String name) {
    return Stream.of(values()).filter(role -> role.json.equalsIgnoreCase(name)).findFirst();
  }
}
