package id.tixgo.identity.http;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.text.Blanks;
import id.tixgo.identity.domain.EmailAddress;
import id.tixgo.identity.domain.Profile;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;

/** What someone says of himself, as clients write it; {@code name} is short for full name. */
record ProfileBody(
    String email, String name, String fullName, String phone, String address, String locale) {
  Profile toProfile() {
    return new Profile(
        Optional.ofNullable(email).map(ProfileBody::email),
        text(fullName).or(() -> text(name)),
        Optional.ofNullable(phone).map(number -> number.replaceAll("[^+0-9]", "")),
        text(address),
        Optional.ofNullable(locale).map(tag -> Locale.forLanguageTag(tag).toLanguageTag()));
  }

  /** The profile with what the patch names replaced: null takes it away. */
  static Profile patched(Profile profile, JsonObject patch) {
    Profile named = patch.mapTo(ProfileBody.class).toProfile();
    boolean newName = patch.containsKey("full_name") || patch.containsKey("name");
    return new Profile(
        patch.containsKey("email") ? named.email() : profile.email(),
        newName ? named.fullName() : profile.fullName(),
        patch.containsKey("phone") ? named.phone() : profile.phone(),
        patch.containsKey("address") ? named.address() : profile.address(),
        patch.containsKey("locale") ? named.locale() : profile.locale());
  }

  private static String email(String text) {
    return EmailAddress.of(text)
        .orElseThrow(
            () ->
                Problem.invalid(
                    "body.email",
                    "must be an e-mail address, as panitia@tixgo.id, of at most 254 characters",
                    "pattern"));
  }

  private static Optional<String> text(String text) {
    return Optional.ofNullable(text).map(Blanks::cut).filter(cut -> !cut.isEmpty());
  }
}
