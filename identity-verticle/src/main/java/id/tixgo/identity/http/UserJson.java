package id.tixgo.identity.http;

import id.tixgo.identity.domain.User;

/** A user as clients see one: never the password's hash. */
record UserJson(long id, String username, String role, String email, String fullName) {
  static UserJson of(User user) {
    return new UserJson(
        user.id(),
        user.username(),
        user.role().json(),
        user.email().orElse(null),
        user.fullName().orElse(null));
  }
}
