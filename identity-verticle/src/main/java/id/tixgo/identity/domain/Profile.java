package id.tixgo.identity.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What someone says of himself; for himself and admins alone.
 *
 * @param email as {@link EmailAddress} writes it; looser in what earlier versions stored
 * @param phone digits, perhaps after a plus
 * @param locale a BCP 47 tag: {@code id}
 */
public record Profile(
    Optional<String> email,
    Optional<String> fullName,
    Optional<String> phone,
    Optional<String> address,
    Optional<String> locale) {
  public static final Profile NONE =
      new Profile(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Profile {
    requireNonNull(email);
    requireNonNull(fullName);
    requireNonNull(phone);
    requireNonNull(address);
    requireNonNull(locale);
  }

  /** With an address for who gave none. */
  Profile orEmail(Optional<String> other) {
    return new Profile(email.or(() -> other), fullName, phone, address, locale);
  }

  /** Says nothing: none of it belongs in a log. */
  @Override
  public String toString() {
    return "Profile";
  }
}
