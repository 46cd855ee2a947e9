package id.tixgo.identity.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Role;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/**
 * Someone who can log in.
 *
 * @param id from 1, never used twice
 * @param passwordHash bcrypt's, which carries its cost and salt
 * @param generation counts the password's changes; a token of an older one is refused
 * @param createdAt empty for one of before that was kept
 */
public record User(
    long id,
    String username,
    Role role,
    String passwordHash,
    Optional<String> email,
    Optional<String> fullName,
    int generation,
    Optional<Instant> createdAt)
    implements Shareable {
  public User {
    requireNonNull(username);
    requireNonNull(role);
    requireNonNull(passwordHash);
    requireNonNull(email);
    requireNonNull(fullName);
    requireNonNull(createdAt);
  }

  public User withRole(Role newRole) {
    return new User(id, username, newRole, passwordHash, email, fullName, generation, createdAt);
  }

  /** With another password; every token so far belongs to an older generation. */
  public User withPasswordHash(String hash) {
    return new User(id, username, role, hash, email, fullName, generation + 1, createdAt);
  }

  public boolean isAdmin() {
    return role == Role.ADMIN;
  }

  /** Without the password's hash. */
  @Override
  public String toString() {
    return username + " (" + role.json() + ")";
  }
}
