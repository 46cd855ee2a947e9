package id.tixgo.identity.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Role;
import java.time.Instant;
import java.util.Optional;

/** Someone who wants to register. */
public record NewUser(
    String username,
    String password,
    Role role,
    Optional<String> email,
    Optional<String> fullName) {
  public NewUser {
    requireNonNull(username);
    requireNonNull(password);
    requireNonNull(role);
    requireNonNull(email);
    requireNonNull(fullName);
  }

  User withHash(long id, String hash, Instant createdAt) {
    return new User(id, username, role, hash, email, fullName, 0, Optional.of(createdAt));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return username + " (" + role.json() + ")";
  }
}
