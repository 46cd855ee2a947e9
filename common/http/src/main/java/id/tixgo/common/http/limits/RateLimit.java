package id.tixgo.common.http.limits;

import static id.tixgo.common.http.limits.RateLimit.Holder.ADDRESSES;
import static id.tixgo.common.http.limits.RateLimit.Holder.TOKENS;
import static id.tixgo.common.http.limits.RateLimit.Holder.USERS;

import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.SecurityRequirement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How much one client may ask, by what he asks: each operation has one of these (docs/adr/020). An
 * address may be that of a hall or of a telephone company, with thousands behind it, and a token
 * that of a door: their numbers are for programs that run wild.
 */
public enum RateLimit {
  /** What costs nothing, or what services ask each other. */
  NONE("requests"),
  /** Besides, Identity holds wrong ones against whoever makes them. */
  LOGIN("log-ins"),
  /** Identity's own, as it concerns a name. */
  REGISTRATION("registrations"),
  PASSWORD("password changes"),
  /** Each is kept in the audit for good. */
  PROFILE("changes of a profile"),
  /** Mails for a forgotten password: Identity's own, as it concerns a name. */
  RESET("mails for a password"),
  BOOKING("bookings"),
  CHECKOUT("payments"),
  /** What anybody may read of what is on sale. */
  SHOP("requests"),
  /** What payment gateways tell, from few addresses. */
  WEBHOOK("requests"),
  /** Queries by what they cost; Gateway's own, as the cost is in the body. */
  GRAPHQL("queries"),
  /** Check-ins: more than a machine takes from all doors together. */
  SCAN("check-ins"),
  /** Everything else that needs a token. */
  TOKEN("requests"),
  /** Everything else that needs none. */
  ADDRESS("requests");

  private final String things;

  /** By what it is told whose request it is. */
  enum Holder {
    USERS,
    TOKENS,
    ADDRESSES
  }

  /** An allowance that each holder has of his own. */
  record Share(Holder holder, Allowance allowance) {
    private static Share of(Holder holder, int atOnce, int perSecond) {
      return new Share(holder, Allowance.perSecond(atOnce, perSecond));
    }
  }

  RateLimit(String things) {
    this.things = things;
  }

  /** The one that a contract's {@code x-limit} names, else that of its {@code security}. */
  public static RateLimit of(Operation operation) {
    Object named = operation.getOpenAPIModel().getValue("x-limit");
    if (named != null) {
      return valueOf(((String) named).toUpperCase(Locale.ROOT));
    }
    List<SecurityRequirement> security = operation.getSecurityRequirements();
    if (!security.isEmpty() && security.stream().allMatch(RateLimit::isOfServices)) {
      return NONE;
    }
    boolean open = security.isEmpty() || security.stream().anyMatch(SecurityRequirement::isEmpty);
    return open ? ADDRESS : TOKEN;
  }

  private static boolean isOfServices(SecurityRequirement requirement) {
    return requirement.getNames().contains("service");
  }

  /** Whether an operation is one that services may ask for with their own token. */
  public static boolean isForServicesToo(Operation operation) {
    return operation.getSecurityRequirements().stream().anyMatch(RateLimit::isOfServices);
  }

  /** Whether a request counts before its body is read. */
  public boolean isCountedAtOnce() {
    return this != GRAPHQL && !shares().isEmpty();
  }

  /** The name in contracts, problems and metrics. */
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What there were too many of, for a sentence. */
  String things() {
    return things;
  }

  List<Share> shares() {
    return switch (this) {
      case NONE, REGISTRATION, RESET -> List.of();
      case LOGIN -> List.of(Share.of(ADDRESSES, 600, 2));
      case PASSWORD -> List.of(new Share(USERS, new Allowance(10, Duration.ofSeconds(30))));
      case PROFILE -> List.of(new Share(USERS, new Allowance(20, Duration.ofSeconds(10))));
      case BOOKING, CHECKOUT -> List.of(Share.of(USERS, 100, 1), Share.of(ADDRESSES, 2_000, 50));
      case SHOP -> List.of(Share.of(ADDRESSES, 1_000, 100));
      case WEBHOOK -> List.of(Share.of(ADDRESSES, 10_000, 1_000));
      case GRAPHQL -> List.of(Share.of(ADDRESSES, 20_000, 1_000));
      case SCAN -> List.of(Share.of(TOKENS, 1_000_000, 100_000));
      case TOKEN -> List.of(Share.of(TOKENS, 20_000, 1_000));
      case ADDRESS -> List.of(Share.of(ADDRESSES, 2_000, 200));
    };
  }
}
