package id.tixgo.identity.http;

import id.tixgo.identity.domain.User;
import java.time.Instant;

/** A user as he and admins see him: never the password's hash. */
record UserJson(
    long id,
    String username,
    String role,
    String email,
    String name,
    String fullName,
    String phone,
    String address,
    String locale,
    Instant createdAt) {
  static UserJson of(User user) {
    return new UserJson(
        user.id(),
        user.username(),
        user.role().json(),
        user.email().orElse(null),
        user.fullName().orElse(user.username()),
        user.fullName().orElse(null),
        user.phone().orElse(null),
        user.address().orElse(null),
        user.locale().orElse(null),
        user.createdAt().orElse(null));
  }
}
