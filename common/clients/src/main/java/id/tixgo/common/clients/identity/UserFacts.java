package id.tixgo.common.clients.identity;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.util.Optional;

/**
 * What Identity's feed says of a user, whatever happened to him. Once he is deleted, earlier
 * messages say no more than that one.
 *
 * @param id from 1, never used twice
 * @param username {@code user 7} of who is deleted and had an e-mail address for a name
 * @param role {@code user}, {@code committee} or {@code admin}
 * @param email like what follows, empty where the user says none, and when he is deleted
 * @param locale a BCP 47 tag: {@code id}
 */
public record UserFacts(
    long id,
    String username,
    String role,
    Optional<String> email,
    Optional<String> fullName,
    Optional<String> locale)
    implements Shareable {
  public static final String CREATED = "user_created";
  public static final String CHANGED = "user_changed";
  public static final String DELETED = "user_deleted";

  public UserFacts {
    requireNonNull(username);
    requireNonNull(role);
    requireNonNull(email);
    requireNonNull(fullName);
    requireNonNull(locale);
  }
}
