package id.tixgo.identity.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Role;
import id.tixgo.common.text.SearchText;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Someone who can log in. What the profile says stands here by itself: so it is stored.
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
    Optional<String> phone,
    Optional<String> address,
    Optional<String> locale,
    int generation,
    Optional<Instant> createdAt)
    implements Shareable {
  public User {
    requireNonNull(username);
    requireNonNull(role);
    requireNonNull(passwordHash);
    requireNonNull(email);
    requireNonNull(fullName);
    requireNonNull(phone);
    requireNonNull(address);
    requireNonNull(locale);
    requireNonNull(createdAt);
  }

  public Profile profile() {
    return new Profile(email, fullName, phone, address, locale);
  }

  public User withRole(Role newRole) {
    return with(newRole, passwordHash, profile(), generation);
  }

  /** With another password; every token so far belongs to an older generation. */
  public User withPasswordHash(String hash) {
    return with(role, hash, profile(), generation + 1);
  }

  public User withProfile(Profile profile) {
    return with(role, passwordHash, profile, generation);
  }

  private User with(Role newRole, String hash, Profile profile, int newGeneration) {
    return new User(
        id,
        username,
        newRole,
        hash,
        profile.email(),
        profile.fullName(),
        profile.phone(),
        profile.address(),
        profile.locale(),
        newGeneration,
        createdAt);
  }

  /** Whether a text, as {@link SearchText} has it, stands in what names or reaches the user. */
  public boolean isFoundBy(String text) {
    return Stream.of(Optional.of(username), email, fullName, phone)
        .flatMap(Optional::stream)
        .anyMatch(said -> SearchText.of(said).contains(text));
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
