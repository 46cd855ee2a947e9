package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.Env;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether secrets could be guessed, or one tells another. Of none is said more than its name. */
record SecretsCheck(Env env) implements Check {
  private static final String PASSWORD = "ADMIN_PASSWORD";
  private static final int SHORTEST_PASSWORD = 12;
  private static final List<String> SECRETS =
      List.of("JWT_SECRET", "SERVICE_TOKEN", "CLUSTER_SECRET");

  /** What has been signed or encrypted needs the older ones, which stand after the first. */
  private static final List<String> KEYS = List.of("TICKET_SIGNING_KEY", "DATA_ENCRYPTION_KEY");

  /** A secret that is set; a setting of keys has several. */
  private record Secret(String name, String text) {
    Optional<Finding> weakness() {
      return Weakness.of(text).map(weak -> Finding.fail(name + " " + weak + ": " + cure()));
    }

    private String cure() {
      return KEYS.contains(name)
          ? "put one of \"openssl rand -base64 32\" before it, with a comma between."
          : "take one of \"openssl rand -hex 32\", the same in every service.";
    }

    /** Without the text. */
    @Override
    public String toString() {
      return name;
    }
  }

  SecretsCheck {
    requireNonNull(env);
  }

  @Override
  public String subject() {
    return "The secrets";
  }

  @Override
  public List<Finding> look() {
    List<Finding> bad = new ArrayList<>();
    secrets().forEach(secret -> secret.weakness().ifPresent(bad::add));
    env.text(PASSWORD).flatMap(this::weakness).ifPresent(bad::add);
    bad.addAll(sameAsAnother());
    return bad.isEmpty()
        ? List.of(Finding.ok("No secret that is set can be guessed, and none is another's."))
        : bad;
  }

  private Stream<Secret> secrets() {
    return Stream.concat(
        SECRETS.stream().flatMap(name -> env.text(name).map(t -> new Secret(name, t)).stream()),
        KEYS.stream().flatMap(name -> env.list(name, "").stream().map(t -> new Secret(name, t))));
  }

  private Optional<Finding> weakness(String password) {
    if (Weakness.isGuessed(password, env.text("ADMIN_USERNAME", ""))) {
      return Optional.of(
          Finding.fail(
              PASSWORD
                  + " is one of the first that anybody tries: take another, and change that"
                  + " admin's if it was made with this one."));
    }
    return Optional.of(
            Finding.warn(
                PASSWORD
                    + " is short: one of "
                    + SHORTEST_PASSWORD
                    + " characters isn't found by trying."))
        .filter(finding -> password.length() < SHORTEST_PASSWORD);
  }

  private List<Finding> sameAsAnother() {
    List<Finding> same = new ArrayList<>();
    Map<String, String> textToName = new HashMap<>();
    env.text(PASSWORD).ifPresent(password -> textToName.put(password, PASSWORD));
    secrets()
        .forEach(
            secret -> {
              String other = textToName.merge(secret.text(), secret.name(), (first, next) -> first);
              if (!other.equals(secret.name())) {
                String sentence = secret.name() + " is the same as " + other;
                same.add(Finding.fail(sentence + ": give each its own."));
              }
            });
    return same;
  }
}
