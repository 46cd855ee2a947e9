package id.tixgo.identity.http;

import id.tixgo.common.caller.Role;
import id.tixgo.common.http.Call;
import id.tixgo.identity.domain.NewUser;
import id.tixgo.identity.domain.Profile;
import java.util.Optional;

/** Who is to have an account: what no profile holds. Without a name the e-mail address is it. */
record NewUserBody(String username, String password, String role) {
  static NewUser read(Call call) {
    Profile profile = call.body(ProfileBody.class).toProfile();
    return call.body(NewUserBody.class).toNewUser(profile);
  }

  private NewUser toNewUser(Profile profile) {
    return new NewUser(
        Optional.ofNullable(username).or(profile::email).orElseThrow(),
        password,
        Optional.ofNullable(role).flatMap(Role::of).orElse(Role.USER),
        profile);
  }
}
