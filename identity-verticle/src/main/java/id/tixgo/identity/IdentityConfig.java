package id.tixgo.identity;

import id.tixgo.common.auth.TokenConfig;
import id.tixgo.common.caller.Role;
import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.service.Service.Address;
import id.tixgo.common.store.StoreConfig;
import id.tixgo.identity.domain.Passwords;
import id.tixgo.identity.domain.Username;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Identity is told by its environment.
 *
 * @param registrationRoles the roles that anyone may register with
 * @param bcryptCost log2 of bcrypt's rounds
 * @param deviceTokens how long a device's token is good
 * @param audited the services whose audits are gathered, and where they are
 * @param feedLookMs how often it looks whether these have more
 * @param admin the first admin, made at start when it isn't there
 */
public record IdentityConfig(
    Address address,
    Set<Role> registrationRoles,
    int bcryptCost,
    Duration deviceTokens,
    Map<String, URI> audited,
    int feedLookMs,
    Optional<FirstAdmin> admin,
    StoreConfig store,
    TokenConfig tokens,
    HttpConfig http) {
  private static final List<Role> PEOPLE = List.of(Role.USER, Role.COMMITTEE, Role.ADMIN);

  /** The first admin's name and password. */
  public record FirstAdmin(String username, String password) {
    /** Without the password. */
    @Override
    public String toString() {
      return username;
    }
  }

  public static IdentityConfig from(Env env) {
    return new IdentityConfig(
        Address.external(env, "identity", 18081),
        registrationRoles(env),
        env.number("BCRYPT_COST", 10, 4, 16),
        Duration.ofDays(env.number("DEVICE_TOKEN_EXPIRE_DAYS", 30, 1, 3650)),
        audited(env),
        env.number("FEED_LOOK_MS", 1000, 10, 600_000),
        admin(env),
        StoreConfig.from(env),
        TokenConfig.from(env),
        HttpConfig.from(env));
  }

  /** Whether anyone can become staff. */
  public boolean opensStaffRoles() {
    return registrationRoles.stream().anyMatch(role -> role != Role.USER);
  }

  private static Map<String, URI> audited(Env env) {
    return Map.of(
        "attendance",
        env.publicNeighbour("ATTENDANCE", 18082),
        "event",
        env.neighbour("EVENT", 8000),
        "ticketing",
        env.neighbour("TICKETING", 8003),
        "payment",
        env.neighbour("PAYMENT", 8005),
        "wallet",
        env.neighbour("WALLET", 5001),
        "notification",
        env.neighbour("NOTIFICATION", 5003),
        "report",
        env.neighbour("REPORT", 5004));
  }

  private static Set<Role> registrationRoles(Env env) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    env.list("REGISTRATION_ROLES", "user,committee").forEach(name -> roles.add(role(name)));
    return Set.copyOf(roles);
  }

  private static Role role(String name) {
    return Role.of(name)
        .filter(PEOPLE::contains)
        .orElseThrow(
            () ->
                new ConfigException(
                    "REGISTRATION_ROLES names '"
                        + name
                        + "', but the roles are user, committee and admin."));
  }

  private static Optional<FirstAdmin> admin(Env env) {
    Optional<String> username = env.text("ADMIN_USERNAME");
    Optional<String> password = env.text("ADMIN_PASSWORD");
    if (username.isPresent() != password.isPresent()) {
      throw new ConfigException("ADMIN_USERNAME and ADMIN_PASSWORD must be set together.");
    }
    username.filter(name -> Username.of(name).isEmpty()).ifPresent(IdentityConfig::badUsername);
    password.filter(word -> !Passwords.isFit(word)).ifPresent(IdentityConfig::badPassword);
    return username.map(name -> new FirstAdmin(name, password.orElseThrow()));
  }

  private static void badUsername(String name) {
    throw new ConfigException(
        "ADMIN_USERNAME is '"
            + name
            + "', but must be 3 to 50 of A-Z a-z 0-9 . _ @ -, and not digits alone, or an e-mail"
            + " address.");
  }

  private static void badPassword(String word) {
    throw new ConfigException(
        "ADMIN_PASSWORD must have 6 characters or more and 72 bytes or less.");
  }
}
