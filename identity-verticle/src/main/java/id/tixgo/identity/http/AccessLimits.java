package id.tixgo.identity.http;

import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.ForwardedHeaders;
import id.tixgo.common.http.limits.Attempts;
import id.tixgo.common.http.limits.GrowingDelay;
import id.tixgo.common.http.limits.RateLimit;
import id.tixgo.common.http.limits.RateLimits;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.identity.domain.EmailAddress;
import id.tixgo.identity.domain.User;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How often somebody may try to log in, to register or to have a token mailed (docs/adr/020): wrong
 * log-ins and all of the others are held against whoever makes them, and looked at before any
 * password is hashed. One for all instances of the service.
 */
public final class AccessLimits {
  private static final GrowingDelay.Rule ONE_NAME_FROM_ONE_PLACE =
      new GrowingDelay.Rule(20, Duration.ofMinutes(5), Duration.ofMinutes(15));
  private static final GrowingDelay.Rule ONE_NAME_FROM_ANYWHERE =
      new GrowingDelay.Rule(100, Duration.ofMinutes(1), Duration.ofMinutes(1));
  private static final GrowingDelay.Rule MAILS =
      new GrowingDelay.Rule(10, Duration.ofMinutes(5), Duration.ofMinutes(15));
  private static final Attempts.Rules FORGETTING =
      new Attempts.Rules(
          new GrowingDelay.Rule(5, Duration.ofMinutes(5), Duration.ofMinutes(15)),
          new GrowingDelay.Rule(60, Duration.ofMinutes(1), Duration.ofMinutes(5)),
          MAILS);
  private static final GrowingDelay.Rule ONE_PLACE_LOGGING_IN =
      new GrowingDelay.Rule(100, Duration.ofSeconds(10), Duration.ofMinutes(1));
  private static final GrowingDelay.Rule ONE_PLACE_REGISTERING =
      new GrowingDelay.Rule(120, Duration.ofSeconds(5), Duration.ofMinutes(1));

  private final boolean isOn;
  private final ForwardedHeaders forwarded;
  private final Attempts logins;
  private final Attempts registrations;
  private final Attempts forgotten;
  private final GrowingDelay mails;

  public AccessLimits(Vertx vertx, HttpConfig config) {
    LongSupplier clock = RateLimits.clock();
    RateLimits limits = RateLimits.of(vertx);
    this.isOn = config.rateLimits();
    this.forwarded = new ForwardedHeaders(config);
    this.logins = new Attempts(RateLimit.LOGIN, limits, rules(ONE_PLACE_LOGGING_IN), clock);
    this.registrations =
        new Attempts(RateLimit.REGISTRATION, limits, rules(ONE_PLACE_REGISTERING), clock);
    this.forgotten = new Attempts(RateLimit.RESET, limits, FORGETTING, clock);
    this.mails = new GrowingDelay(MAILS, clock);
  }

  private static Attempts.Rules rules(GrowingDelay.Rule onePlace) {
    return new Attempts.Rules(ONE_NAME_FROM_ONE_PLACE, onePlace, ONE_NAME_FROM_ANYWHERE);
  }

  /** Lets a log-in be tried; throws {@code RATE_LIMITED} when it has to wait. */
  <T> Future<T> logIn(Call call, String name, Supplier<Future<T>> attempt) {
    if (!isOn) {
      return attempt.get();
    }
    String address = forwarded.client(call.request());
    logins.admit(name, address);
    return attempt
        .get()
        .onSuccess(known -> logins.succeeded(name, address))
        .onFailure(failure -> countIfWrong(failure, name, address));
  }

  private void countIfWrong(Throwable failure, String name, String address) {
    if (failure instanceof Problem problem && problem.kind() == ProblemKind.UNAUTHORIZED) {
      logins.count(name, address);
    }
  }

  /**
   * Counts a password that was forgotten; throws {@code RATE_LIMITED} when it has to wait. It goes
   * by what was typed: whom that is, a refusal doesn't tell.
   */
  void forgot(Call call, String login) {
    if (isOn) {
      String name = EmailAddress.key(login);
      String address = forwarded.client(call.request());
      forgotten.admit(name, address);
      forgotten.count(name, address);
    }
  }

  /** Whether a user may be sent one more token, however he is named; counts it if so. */
  boolean admitsMail(User user) {
    String key = String.valueOf(user.id());
    boolean admits = !isOn || mails.admit(key) == 0;
    if (admits) {
      mails.count(key);
    }
    return admits;
  }

  /** Counts a registration; throws {@code RATE_LIMITED} when it has to wait. */
  void register(Call call, String name) {
    if (isOn) {
      String address = forwarded.client(call.request());
      registrations.admit(name, address);
      registrations.count(name, address);
    }
  }
}
